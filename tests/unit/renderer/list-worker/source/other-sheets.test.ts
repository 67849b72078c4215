import { expect, test } from "vitest";
import { openList } from "../open-list.ts";

const people = "<table><tr><td>Name<td>Phone<tr><td>Olena<td>0671234567</table>";
const more = "<table><tr><td>Client<td>City<td>Phone<tr><td>Ihor<td>Lviv<td>0501234567</table>";

test("sheets that hold something and are not read are counted beside the list, empty ones are not", async () => {
  const { understood } = await openList(`${people}${more}<table></table><div hidden>${more}</div>`);
  expect(understood.leftOut).toMatchObject({ otherSheets: 1, hiddenSheets: 1 });
  const only = await openList(people);
  expect(only.understood.leftOut).toMatchObject({ otherSheets: 0, hiddenSheets: 0 });
});

test("a hidden sheet that was chosen is not left out", async () => {
  const { understood } = await openList(`<div hidden>${more}</div>${people}`, { reading: { sheet: 0 } });
  expect(understood.leftOut).toMatchObject({ otherSheets: 1, hiddenSheets: 0 });
});

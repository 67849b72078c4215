import { describe, expect, it } from "vitest";
import { openList, refusalOf } from "../open-list.ts";
import { gridOf, readBook } from "../read-table.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const shown = "<table><tr><td>Phone<tr><td>380671234567</table>";
const old = "<table><tr><td>Phone<td>Old<tr><td>380501111111<td>a<tr><td>380502222222<td>b</table>";

async function numbersIn(html: string): Promise<string[]> {
  return [...(await (await openList(`<html><body>${html}</body></html>`)).engine.people(0)).numbers];
}

describe("a table of a web page that nobody sees", () => {
  it.each([
    ["an element around it", `<div style="display:none">${old}</div>${shown}`],
    ["an element with others of its name in it", `<div hidden><div>a</div>${old}<div><div></div></div></div>${shown}`],
    ["an element that is hidden with what is in it", `<section hidden><div>${old}</div></section>${shown}`],
    ["a form", `<form style="color:red; display : none">${old}</form>${shown}`],
    ["words on a line", `<span style="visibility:hidden"><b>${old}</b></span>${shown}`],
    ["itself", `${old.replace("<table>", "<table style='display:none'>")}${shown}`],
    ["a table around it", `<table hidden><tr><td>x<td>${old}</table>${shown}`],
    ["a cell around it", `<table><tr><td style="display:none">${old}</td><td>${shown}</td></tr></table>`],
    ["a row around it", `<table><tr hidden><td>${old}</td></tr><tr><td>${shown}</td></tr></table>`],
    ["something in a cell", `<table><tr><td><div hidden>${old}</div></td><td>${shown}</td></tr></table>`],
    ["some of a table's rows", `<table><tbody hidden><tr><td>${old}<tbody><tr><td>${shown}</table>`],
    ["a part that a script asks for", `<script type="text/x-template">${old}</script>${shown}`],
    ["a part that is for scripts", `<template><template><p>x</p></template>${old}</template>${shown}`],
  ])("because it is hidden by %s is not read", async (_, html) => {
    expect(await numbersIn(html)).toEqual(["380671234567"]);
  });

  it("is a hidden sheet, which is counted and can be chosen", async () => {
    const html = `<div hidden>${old}</div>${shown}`;
    const { understood } = await openList(html);
    expect(understood.sheets.map(({ hidden, rows }) => [hidden, rows])).toEqual([
      [true, 3],
      [false, 2],
    ]);
    expect(understood).toMatchObject({ reading: { sheet: 1 }, leftOut: { hiddenSheets: 1 } });
    const chosen = await readBook(bytesOf(html), { reading: { sheet: 0 } });
    expect(gridOf(chosen)).toHaveLength(3);
  });

  it("hides no other: what stands behind the hidden element, or beside it, is read", async () => {
    expect(await numbersIn(`<div hidden>menu</div>${shown}`)).toEqual(["380671234567"]);
    expect(await numbersIn(`<div hidden><table><tr><td><div>x</table></div>${shown}`)).toEqual(["380671234567"]);
    expect(await numbersIn(`<p hidden>x${shown}`)).toEqual(["380671234567"]);
    expect(await numbersIn(`<table><tr><td><div hidden>x<td>y</table>${shown}`)).toEqual(["380671234567"]);
    expect(await numbersIn(`<ul><li hidden>a<li>b</ul>${shown}`)).toEqual(["380671234567"]);
    expect(await numbersIn(`<div hidden/></div>${shown}`)).toEqual(["380671234567"]);
    // Words that nobody ended end with what is around them.
    expect(await numbersIn(`<div><span hidden>x<p>y</p></div>${shown}`)).toEqual(["380671234567"]);
    expect(await numbersIn(`<div><span hidden>${old}</div>${shown}`)).toEqual(["380671234567"]);
    expect(await numbersIn(`<!-- <div hidden> -->${shown}`)).toEqual(["380671234567"]);
  });

  it("is none of the page's tables where no other is shown", async () => {
    expect(await refusalOf(`<html><div hidden>${old}</div><p>Hello</p></html>`)).toBe("file.not-a-table");
  });
});

it("rows that are hidden as a group are hidden rows", async () => {
  const html =
    "<table><thead><tr><td>Phone<tbody style='display:none'><tr><td>380501111111<tr><td>380502222222<tbody>" +
    "<tr><td>380671234567<tfoot hidden><tr><td>3 people</table>";
  const { engine, understood } = await openList(html);
  expect((await engine.people(0)).numbers).toEqual(["380671234567"]);
  expect(understood.leftOut).toMatchObject({ hiddenRows: 3, hiddenSheets: 0 });
});

it("a hidden item of a list ends with the next one or with its list, whether or not it says so", async () => {
  const cells = [
    "<ul><li hidden>a<li>b<li hidden>c</ul>d",
    "<ul><li hidden>a<ul><li>b<li>c</ul>d</li><li>e</ul>f",
    "<dl><dt hidden>a<dd>b</dl>c",
    "<ol><li>a<li style='display:none'>b<ul><li>c</ul></ol>d",
  ];
  const book = await readBook(bytesOf(`<table>${cells.map((cell) => `<tr><td>${cell}`).join("")}</table>`));
  expect(gridOf(book).map(([cell]) => cell)).toEqual(["b\nd", "e\nf", "b\nc", "a\nd"]);
});

it("headings, lists and parts of a page within a cell begin a new line, as a browser shows them", async () => {
  const cell = "<h5>Anna</h5><section>Kyiv</section><address>Street 1</address><dl><dt>a<dd>b</dl><b>c</b><i>d</i>";
  const book = await readBook(bytesOf(`<table><tr><td>${cell}</table>`));
  expect(gridOf(book)).toEqual([["Anna\nKyiv\nStreet 1\na\nb\ncd"]]);
});

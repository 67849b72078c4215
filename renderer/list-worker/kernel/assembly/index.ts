export { beginCells, cells, done, findCells, rows, widest } from "./cells";
export {
  abroadAt,
  endsAt,
  mobileAt,
  numbersAt,
  phoneRowsAt,
  phonesRoom,
  pieceAt,
  pieceRoom,
  rowStartsAt,
  stateWidth,
  statesRoom,
  unclearAt,
  verdictsAt,
} from "./memory";
export { readPhones, setPlan } from "./phones";
export { beginUtf8, isUtf8 } from "./utf8";
export { duplicatesRoom, findDuplicates, listAt } from "./duplicates";

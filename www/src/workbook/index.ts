export { workbookOf } from "./book";
export { type Cell, MOST_ROWS, type Sheet } from "./sheet";

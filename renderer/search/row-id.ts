// The name by which the search box points at a result.
export const rowId = (row: number): string => `search-row-${row}`;

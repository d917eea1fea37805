/** Where a township stands in the tile map of its county, counted from the north-west. */
interface TilePlace {
  row: number
  column: number
}

/**
 * Townships of a county by the code of its division: a row a line from north to south, a column from west to
 * east, roughly as they lie. No map is drawn, and no service of maps is asked.
 */
const grids: Readonly<Record<string, readonly (readonly string[])[]>> = {
  350628: [
    ['', '秀峰乡', '芦溪镇', '', '山格镇', '文峰镇'],
    ['长乐乡', '', '霞寨镇', '坂仔镇', '小溪镇', ''],
    ['九峰镇', '崎岭乡', '', '国强乡', '南胜镇', ''],
    ['', '', '大溪镇', '安厚镇', '五寨乡', ''],
    ['', '', '', '安厚农场', '', ''],
  ],
}

/** The places of a county's townships by name; null for a county whose places are not known. */
export function townshipPlaces(division: string | null): ReadonlyMap<string, TilePlace> | null {
  const grid = division === null ? undefined : grids[division]
  return grid
    ? new Map(
        grid.flatMap((names, row) =>
          names.flatMap((name, column): [string, TilePlace][] =>
            name === '' ? [] : [[name, { row: row + 1, column: column + 1 }]],
          ),
        ),
      )
    : null
}

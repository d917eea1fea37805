/** The position of a township in the tile map of its county; row and column count from the north-west. */
interface TilePlace {
  row: number
  column: number
}

/**
 * The townships of a county by its division code: rows from north to south, columns from west to east. The
 * positions are approximate, and no map service is used.
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

/** The positions of a county's townships by name; null for a county without a grid. */
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

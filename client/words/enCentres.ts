/** Screen text in English of the page on centres side by side, and of a centre that is still empty. */
export const enCentres = {
  centres: {
    title: 'Centres',
    sideBySide: 'Side by side on the same definitions',
    finding: '{count} centre, same period, same definitions | {count} centres, same period, same definitions',
    worse: 'on-time rate clearly below the {together} of all together',
    alike: 'No clear difference in on-time completion between {count} centres; all together {together}',
    withBelow: 'Together with those below ({count})',
    total: 'All {count} centres',
    note: 'Ordered by administrative division. Totals add up the numerators and denominators of the centres; they are not averages of rates. All are counted to the same day. A centre without records of a kind shows “—” and is not in that total.',
    gap: '{fact}: a centre has no data for {days}, so do not compare.',
    empty: 'Left out, without records so far: {names}',
  },
  emptyCentre: {
    title: '{name} has no records yet',
    text: 'Figures appear after three steps:',
    wait: 'Please come back once the clerk has completed these three steps.',
    done: 'Done',
    others: 'Centres with records',
    catalogue: {
      title: 'Build the catalogue',
      text: 'Import units, windows and items, or copy those of another centre with the command bw centre new.',
      go: 'Import the catalogue',
    },
    hours: {
      title: 'Confirm the opening hours',
      text: 'Opening hours and the calendar of working days decide how limits are counted; enter them at the first import.',
      go: 'Enter the hours',
    },
    records: {
      title: 'Import records',
      text: 'Import what other systems export (cases, trades, feedback), or let them push it.',
      go: 'Import records',
    },
  },
}

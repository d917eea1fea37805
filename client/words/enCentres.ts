/** Screen text in English of the page on centres side by side, and of a centre that is still empty. */
export const enCentres = {
  centres: {
    title: 'Centres',
    sideBySide: 'Side by side on the same measures',
    finding: '{count} centre over the same days | {count} centres over the same days',
    withBelow: 'Together with those below ({count})',
    total: 'All {count} centres',
    note: 'In the order of their divisions. A sum adds numerators and denominators of the centres and is no mean of their rates; all are counted to the same day. A centre without records of a kind has “—” there and adds nothing.',
    gap: '{fact}: for {days} a centre has no data, so do not compare.',
    empty: 'Left out, without records so far: {names}',
  },
  emptyCentre: {
    title: '{name} has no records yet',
    text: 'Figures appear after three steps:',
    wait: 'Please come back when the clerk has taken these three steps.',
    done: 'Done',
    others: 'Centres with records',
    catalogue: {
      title: 'Build the catalogue',
      text: 'Import units, windows and items, or begin like another centre with bw centre new.',
      go: 'Import the catalogue',
    },
    hours: {
      title: 'Confirm the opening hours',
      text: 'Opening hours and the calendar of working days decide due times; the first import asks for them.',
      go: 'Enter the hours',
    },
    records: {
      title: 'Import records',
      text: 'Import what other systems export (cases, trades, feedback), or let them push it.',
      go: 'Import records',
    },
  },
}

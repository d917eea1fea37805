import { z } from 'zod'
import { mostCharacters } from '../questions/understand.ts'
import { defineTool } from './tool.ts'

/** Converts words to a question, a choice or a refusal; never returns a number. */
export const understandTool = defineTool({
  name: 'understand',
  title: { zh: '把一句话读成问题', en: 'Read a text as a question' },
  says: {
    zh: '按固定文法把一句中文或英文读成问题（asked），不给数字。读懂：把 asked 原样交给 ask；有歧义：给出几种读法，请用户选；读不懂：说明原因与不认识的词。用户直接提问时先用它。',
    en:
      'Reads a Chinese or English text by a fixed grammar as a question (asked); gives no number. ' +
      'Understood: hand asked to the tool ask as it is. Ambiguous: several readings, for the user to ' +
      'choose. Refused: why, and which words are not known. Use it first when a user asks in words.',
  },
  takes: z.strictObject({ text: z.string().min(1).max(mostCharacters) }),
  run: async ({ text }, { caller, centre, language }) => {
    const understanding = await caller.questions.understand({ centre, text })
    switch (understanding.kind) {
      case 'understood':
        return {
          kind: understanding.kind,
          sentence: understanding.said[language],
          asked: understanding.asked,
          notes: understanding.notes.map(note => note[language]),
        }
      case 'choice':
        return {
          kind: understanding.kind,
          why: understanding.why[language],
          choices: understanding.choices.map(({ label, asked }) => ({ sentence: label[language], asked })),
        }
      case 'refused':
        return {
          kind: understanding.kind,
          reason: understanding.reason,
          why: understanding.why[language],
          words: understanding.words,
        }
    }
  },
})

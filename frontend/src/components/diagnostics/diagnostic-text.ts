import { useTranslation } from 'react-i18next';
import type { Diagnostic } from '../../lib/api/generated/types.gen';

type Sentences = Readonly<Record<string, string>>;

/**
 * What the import doubts, in the reader's language. The server says it in English; another language brings
 * `sentences`: by code, by `note.CODE`, and by `value.words` for words of the server's inside a note. What
 * they do not know is said in English rather than left out.
 */
export function diagnosticText(
  { code, note, noteValues, message }: Diagnostic,
  sentences: Sentences | undefined,
): string {
  const sentence = sentences?.[code];
  if (!sentences || sentence === undefined) return message;
  if (note === null) return sentence;
  const more = sentences[`note.${note}`];
  return more === undefined ? message : `${sentence} ${filled(more, noteValues, sentences)}`;
}

function filled(text: string, values: Readonly<Record<string, string>>, sentences: Sentences) {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return sentences[`value.${value}`] ?? value;
  });
}

export function useDiagnosticText(): (diagnostic: Diagnostic) => string {
  const { i18n } = useTranslation();
  const sentences = i18n.getResourceBundle(i18n.language, 'diagnostics') as Sentences | undefined;
  return (diagnostic) => diagnosticText(diagnostic, sentences);
}

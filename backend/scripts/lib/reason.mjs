const SETTINGS = 'QuizMaster cannot start with these settings';
const TELLING = /error|cannot|invalid|refused|must|failed/i;
const STACK_LINE = /^\s+at |^\s*[{}]|^Node\.js v/;

/**
 * Why a program of the backend gave up, from what it has written: the list of wrong settings when
 * it is that, and otherwise its last telling line, never a stack.
 * @param {string} text
 */
export function reasonIn(text) {
  const settings = text.lastIndexOf(SETTINGS);
  if (settings >= 0) return text.slice(settings).trim();
  const lines = text.split('\n').filter((line) => line.trim() && !STACK_LINE.test(line));
  return (lines.findLast((line) => TELLING.test(line)) ?? lines.at(-1) ?? '').trim();
}

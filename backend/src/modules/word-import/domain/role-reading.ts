import type { Reading } from './reading.js';
import type { LineRole } from './roles.js';

/** A reading that its role overrules: the line can be nothing else any more. */
export function withRole(reading: Reading, role: LineRole): Reading {
  const { span } = reading;
  return {
    span,
    role,
    blank: reading.blank && role.kind !== 'question' && role.kind !== 'option',
    question:
      role.kind === 'question'
        ? { style: 'declared', value: role.number, label: role.label, from: role.from }
        : null,
    option: role.kind === 'option' ? { ...role, family: 'declared' } : null,
    key: role.kind === 'answer' ? { value: role.value } : null,
    explanation: role.kind === 'explanation' ? role.from : null,
    points: role.kind === 'points' ? role.value : null,
    ignored: role.kind === 'ignored' ? role.reason : null,
    heading: false,
    pair: null,
    accepted: null,
    essay: false,
    markup: false,
    field: null,
  };
}

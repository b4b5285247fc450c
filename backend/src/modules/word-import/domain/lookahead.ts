import { findInlineOptions } from './option-line.js';
import type { Reading } from './reading.js';
import type { Readings } from './readings.js';

/** How far a question's body may be from its first line. */
const reach = 80;

function startsOptions({ option }: Reading): boolean {
  return option !== null && (option.ordinal === 1 || option.family === 'box');
}

/** The next line with something on it. */
export function nextReading(readings: Readings, index: number): Reading | undefined {
  for (let at = index + 1; at < readings.length && at < index + reach; at += 1) {
    const reading = readings.at(at);
    if (reading && !reading.blank) return reading;
  }
  return undefined;
}

/**
 * Do options, a True/False line or an answer line follow before the next numbered line? Statements
 * numbered 1, 2, 3 … in between belong to the stem.
 */
export function bodyFollows(readings: Readings, index: number): boolean {
  const own = readings.at(index);
  if (own && findInlineOptions(own.span, nextReading(readings, index)) !== null) return true;
  let statement = 1;
  for (let at = index + 1; at < readings.length && at < index + reach; at += 1) {
    const reading = readings.at(at);
    if (!reading) return false;
    if (reading.question) {
      if (reading.question.value !== statement) return false;
      statement += 1;
      continue;
    }
    if (startsOptions(reading) || reading.pair || (reading.key && reading.key.value !== '')) {
      return true;
    }
    if (findInlineOptions(reading.span, nextReading(readings, at)) !== null) return true;
  }
  return false;
}

/** Does a second option follow a first one before the next numbered line? */
export function secondOptionFollows(readings: Readings, index: number): boolean {
  const first = readings.at(index)?.option;
  for (let at = index + 1; at < readings.length && at < index + reach; at += 1) {
    const reading = readings.at(at);
    if (!reading || reading.question) return false;
    if (reading.option && reading.option.family === first?.family) {
      return first.family === 'box' || reading.option.ordinal === 2;
    }
  }
  return false;
}

/** Does a numbered line `2` of the same style follow before any other question could begin? */
export function numberTwoFollows(readings: Readings, index: number): boolean {
  const style = readings.at(index)?.question?.style;
  for (let at = index + 1; at < readings.length && at < index + reach; at += 1) {
    const reading = readings.at(at);
    if (reading?.question) return reading.question.style === style && reading.question.value === 2;
  }
  return false;
}

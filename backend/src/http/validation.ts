import { StandardSchemaValidationPipe } from '@nestjs/common';
import { AppError, type FieldError } from '../shared/app-error.js';

type Issue = { readonly message: string; readonly path?: readonly unknown[] | undefined };

const MAX_ISSUES = 20;

function segment(part: unknown): string {
  return String(typeof part === 'object' && part !== null && 'key' in part ? part.key : part);
}

function fieldErrors(issues: readonly Issue[]): FieldError[] {
  return issues.slice(0, MAX_ISSUES).map((issue) => ({
    path: (issue.path ?? []).map(segment).join('.'),
    message: issue.message,
  }));
}

/** Checks every body, query and parameter against the schema its decorator names: 422 with the fields. */
export class ValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({
      exceptionFactory: (issues) =>
        new AppError('VALIDATION_FAILED', 'invalid', 'Some fields are not as they should be.', {
          errors: fieldErrors(issues),
        }),
    });
  }

  /** Left out: the parser of bodies has refused such keys, and it would walk through every body again. */
  protected override stripProtoKeys(): void {
    return;
  }
}

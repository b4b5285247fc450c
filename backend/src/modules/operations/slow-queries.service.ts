import { Injectable } from '@nestjs/common';
import type { SlowQueriesDto } from './slow-queries.dto.js';
import { SlowQueriesRepository } from './slow-queries.repository.js';

const SHOWN = 10;
const NOTHING = { since: null, byTotalTime: [], byMeanTime: [] };

/** Which statements cost the database most. */
@Injectable()
export class SlowQueriesService {
  constructor(private readonly queries: SlowQueriesRepository) {}

  async list(): Promise<SlowQueriesDto> {
    const schema = await this.queries.findExtension();
    if (schema === null) return { state: 'NOT_INSTALLED', ...NOTHING };
    const counted = await this.queries.findCounted(schema, SHOWN);
    if (counted === null) return { state: 'NOT_LOADED', ...NOTHING };
    return { state: 'AVAILABLE', ...counted, since: counted.since.toISOString() };
  }
}

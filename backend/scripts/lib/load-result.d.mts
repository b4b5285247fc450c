/** A run of a load test: a script against an instance of its own. */
export interface PlannedRun {
  name: string;
  /** In load-tests/. */
  script: string;
  /** At once. */
  users: number;
  /** Of the measured part. */
  seconds: number;
  /** Whether the instance has its cache on. */
  cache: boolean;
  /** Settings of limits that are not those of production. */
  raisedLimits: Record<string, string>;
}

/** How often a family of the cache had what was asked for. */
export interface CacheFamily {
  name: string;
  hits: number;
  misses: number;
}

/** What the database was asked; `milliseconds` in all, as the server spent them. */
export interface QueryCount {
  statements: number;
  milliseconds: number;
  /** The ones that took most of the time first. */
  all: { text: string; calls: number; milliseconds: number }[];
}

/** Of the machine and what ran on it. */
export interface Fact {
  name: string;
  value: string;
}

/** What a run has measured. */
export interface LoadResult {
  run: PlannedRun;
  /** Whether every threshold of the script was met. */
  passed: boolean;
  /** As k6 sums them up, milliseconds. */
  metrics: Record<string, { values: Record<string, number> }>;
  /** Routes with status and code. */
  failures: { name: string; fails: number }[];
  queries: QueryCount;
  families: CacheFamily[];
  apiCpuSeconds: number;
  facts: Fact[];
}

/** What was promised against what was measured. */
export interface Verdict {
  what: string;
  target: string;
  measured: string;
  met: boolean;
}

/** A chart of the report. */
export interface Picture {
  file: string;
  alt: string;
  svg: string;
}

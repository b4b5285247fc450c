import { Injectable } from '@nestjs/common';
import { ApiConfig } from '../config/api.config.js';
import { defineRules, type Rule, type RuleName, type Rules } from './rules.js';

/** The limits of this installation. */
@Injectable()
export class RuleBook {
  private readonly rules: Rules;
  private readonly lists = new Map<readonly RuleName[], readonly Rule[]>();

  constructor(config: ApiConfig) {
    this.rules = defineRules(config);
  }

  get(name: RuleName): Rule {
    return this.rules[name];
  }

  /** The rules of a list that does not change; it is made once. */
  list(names: readonly RuleName[]): readonly Rule[] {
    const known = this.lists.get(names);
    if (known !== undefined) return known;
    const rules = names.map((name) => this.rules[name]);
    this.lists.set(names, rules);
    return rules;
  }

  all(): Rule[] {
    return Object.values(this.rules);
  }
}

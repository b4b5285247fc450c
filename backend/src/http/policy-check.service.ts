import { Injectable, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { POLICY_METADATA } from './policy.decorator.js';

/** Refuses the boot while any route lacks a policy: forgetting one must not publish it. */
@Injectable()
export class PolicyCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const bare = this.discovery.getControllers().flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype = metatype.prototype as Record<string, () => unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((name) => this.isBareRoute(metatype, prototype[name]))
        .map((name) => `${metatype.name}.${name}`);
    });
    if (bare.length > 0) throw new Error(`Routes without a declared policy: ${bare.join(', ')}`);
  }

  private isBareRoute(controller: object, handler: (() => unknown) | undefined): boolean {
    if (handler === undefined || !Reflect.hasMetadata(METHOD_METADATA, handler)) return false;
    return (
      this.reflector.getAllAndOverride<string | undefined>(POLICY_METADATA, [
        handler,
        controller as () => unknown,
      ]) === undefined
    );
  }
}

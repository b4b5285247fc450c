import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { Icon, type IconName } from './icon';

interface MenuProps {
  /** A single button; it gets the menu's keyboard and ARIA behaviour. */
  trigger: ReactNode;
  children: ReactNode;
}

const ITEM_CLASS =
  'flex min-h-11 cursor-default items-center gap-3 rounded-sm px-3 outline-none select-none ' +
  'data-highlighted:bg-sunken';

/**
 * Open when it is shown first: its code is loaded for somebody who wants to see it. Not modal: a modal one injects a style sheet, which the content security policy refuses. Not moved to the
 * end of the page either, so that it stays within the landmark of its button.
 */
export function Menu({ trigger, children }: MenuProps) {
  return (
    <DropdownMenu.Root defaultOpen modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Content
        align="end"
        sideOffset={6}
        collisionPadding={12}
        className="z-40 max-w-[calc(100vw-1.5rem)] min-w-56 animate-rise rounded-md border border-line bg-surface p-1.5 shadow-lg"
      >
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

interface MenuItemProps {
  icon?: IconName;
  onSelect: () => void;
  children: ReactNode;
}

export function MenuItem({ icon, onSelect, children }: MenuItemProps) {
  return (
    <DropdownMenu.Item className={ITEM_CLASS} onSelect={onSelect}>
      {icon && <Icon name={icon} className="text-ink-soft" />}
      {children}
    </DropdownMenu.Item>
  );
}

interface MenuChoicesProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  choices: readonly { value: string; label: string; icon?: IconName; lang?: string }[];
}

/** One of several; the menu stays open so that the effect is seen. */
export function MenuChoices({ label, value, onChange, choices }: MenuChoicesProps) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChange} aria-label={label}>
      <MenuLabel>{label}</MenuLabel>
      {choices.map((choice) => (
        <DropdownMenu.RadioItem
          key={choice.value}
          value={choice.value}
          lang={choice.lang}
          onSelect={(event) => event.preventDefault()}
          className={cx(ITEM_CLASS, 'data-[state=checked]:font-medium')}
        >
          {choice.icon && <Icon name={choice.icon} className="text-ink-soft" />}
          <span className="flex-1">{choice.label}</span>
          <DropdownMenu.ItemIndicator>
            <Icon name="check" className="text-accent" />
          </DropdownMenu.ItemIndicator>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <DropdownMenu.Label className="px-3 pt-2 pb-1 text-sm text-ink-soft">
      {children}
    </DropdownMenu.Label>
  );
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="mx-3 my-1.5 h-px bg-line" />;
}

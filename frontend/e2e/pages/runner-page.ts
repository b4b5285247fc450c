import type { Locator, Page } from 'playwright-core';

export type SaveState =
  'ready' | 'all-saved' | 'saving' | 'saved' | 'offline' | 'failed' | 'signed-out' | 'refused';

/** The quiz being taken. Question numbers count from 1, options from 0. */
export class RunnerPage {
  readonly recovery: Locator;
  readonly conflict: Locator;
  readonly signIn: Locator;
  /** Shown while another tab of the browser is the one that answers. */
  readonly following: Locator;

  constructor(readonly page: Page) {
    const dialog = (name: string | RegExp) => page.getByRole('dialog', { name });
    this.recovery = dialog('Answers from before were found');
    this.conflict = dialog(/was answered twice/);
    this.signIn = dialog('Log in to go on');
    this.following = page.getByText('This quiz is open in another tab');
  }

  async open(baseUrl: string, attemptId: string): Promise<this> {
    await this.page.goto(`${baseUrl}/attempts/${attemptId}`);
    await this.heading().waitFor();
    return this;
  }

  heading(number?: number): Locator {
    const name = number === undefined ? /^Question \d+ of/ : new RegExp(`^Question ${number} of`);
    return this.page.getByRole('heading', { name, level: 2 });
  }

  /** Becomes the tab that answers. */
  async takeOver(): Promise<void> {
    await this.page.getByRole('button', { name: 'Go on in this tab' }).click();
    await this.following.waitFor({ state: 'hidden' });
    await this.heading().waitFor();
  }

  /** The whole row of an option. */
  row(index: number): Locator {
    return this.page.locator('label', { has: this.page.getByRole('radio') }).nth(index);
  }

  /** Goes to a question by the list at the side. */
  async goTo(number: number): Promise<void> {
    await this.inList(number).click();
    await this.heading(number).waitFor();
  }

  /** Clicks the row of an option, as a student does, and waits until the choice shows. */
  async choose(number: number, option: number): Promise<void> {
    await this.goTo(number);
    await this.row(option).click();
  }

  /** Answers questions 1, 2, … with these options. */
  async answerInTurn(options: number[]): Promise<void> {
    for (const [index, option] of options.entries()) await this.choose(index + 1, option);
  }

  inList(number: number): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^Question ${number},`) });
  }

  /** Where the list says that the answer to a question is. */
  async waitForPlace(number: number, place: 'on the server' | 'on this device'): Promise<void> {
    const name = new RegExp(`^Question ${number},.*${place}$`);
    await this.page.getByRole('button', { name }).waitFor();
  }

  async waitForSave(state: SaveState): Promise<void> {
    await this.page.locator(`[data-status="${state}"]`).waitFor();
  }

  async chosen(number: number): Promise<number> {
    await this.goTo(number);
    const checked = await this.page
      .getByRole('radio')
      .evaluateAll((options) => options.map((option) => (option as HTMLInputElement).checked));
    return checked.indexOf(true);
  }

  /** Opens the last look before handing in. */
  async openHandIn(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Hand in', exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Hand in your quiz?' });
    await dialog.waitFor();
    return dialog;
  }
}

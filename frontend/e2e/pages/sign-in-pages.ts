import type { Page } from 'playwright-core';

export interface Account {
  name: string;
  email: string;
  password: string;
}

/** The pages for logging in and for making an account. */
export class SignInPages {
  constructor(private readonly page: Page) {}

  async logIn({ email, password }: Omit<Account, 'name'>): Promise<void> {
    await this.page.getByRole('heading', { name: 'Log in' }).waitFor();
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
  }

  async register({ name, email, password }: Account): Promise<void> {
    await this.page.getByRole('main').getByRole('link', { name: 'Create account' }).click();
    await this.page.getByLabel('Name').fill(name);
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Create account' }).click();
  }
}

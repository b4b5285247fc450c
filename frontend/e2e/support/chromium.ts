export const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
export const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
];

// Two ways to work a page: by pointing at it, and by the keyboard alone.

export class Pointer {
  constructor(page) {
    this.page = page;
  }
  async fill(selector, value) {
    await this.page.locator(selector).first().fill(value);
  }
  // On its label, as people do: the label covers the box of a large choice.
  async tick(selector) {
    const box = this.page.locator(selector).first();
    if (await box.isChecked()) return;
    await this.page.locator(`label[for="${await box.getAttribute('id')}"]`).click();
  }

  async select(selector, value) {
    await this.page.locator(selector).first().selectOption(value);
  }
  async press(selector) {
    await this.page.locator(selector).first().click();
  }
  // A link that stays on the page: a download.
  async start(selector) {
    await this.page.locator(selector).first().click();
  }
  async choose(selector, file) {
    await this.page.locator(selector).first().setInputFiles(file);
  }
}

export class Keyboard {
  constructor(page) {
    this.page = page;
  }

  // Tab by Tab, as somebody without a mouse goes; the focus must always be visible.
  async #reach(selector) {
    const wanted = this.page.locator(selector).first();
    await wanted.waitFor();
    for (let stops = 0; stops < 250; stops += 1) {
      const there = await wanted.evaluate(
        (element) =>
          element === document.activeElement ||
          (element.type === 'radio' &&
            document.activeElement?.type === 'radio' &&
            element.name === document.activeElement.name),
      );
      if (there) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${selector}`);
  }

  async fill(selector, value) {
    await this.#reach(selector);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.type(value);
  }

  async tick(selector) {
    await this.#reach(selector);
    const box = this.page.locator(selector).first();
    if (await box.evaluate((element) => element.type === 'radio')) {
      await this.page.keyboard.press('Space');
      for (let turns = 0; turns < 20 && !(await box.isChecked()); turns += 1)
        await this.page.keyboard.press('ArrowDown');
    } else if (!(await box.isChecked())) {
      await this.page.keyboard.press('Space');
    }
  }

  async select(selector, value) {
    await this.#reach(selector);
    const box = this.page.locator(selector).first();
    const count = await box.evaluate((element) => element.options.length);
    await this.page.keyboard.press('Home');
    for (let turns = 0; turns < count && (await box.inputValue()) !== value; turns += 1)
      await this.page.keyboard.press('ArrowDown');
  }

  async press(selector) {
    await this.#reach(selector);
    const navigated = this.page.waitForNavigation();
    await this.page.keyboard.press('Enter');
    await navigated;
  }

  async start(selector) {
    await this.#reach(selector);
    await this.page.keyboard.press('Enter');
  }

  // The window in which one chooses is the browser's own.
  async choose(selector, file) {
    await this.#reach(selector);
    await this.page.locator(selector).first().setInputFiles(file);
  }
}

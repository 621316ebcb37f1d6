import { test } from "@playwright/test";

/** What the recording masked is typed only from the environment. */
function missing(name) {
  throw new Error(`Set ${name} in the environment: the recording masked what belongs here.`);
}

test("Approve the invoice of Fabrikam Lighting", async ({ page }) => {
  const EMAIL_1 = process.env.EMAIL_1 ?? missing("EMAIL_1");
  const PASSWORD_1 = process.env.PASSWORD_1 ?? missing("PASSWORD_1");
  const CARD_1 = process.env.CARD_1 ?? missing("CARD_1");
  await page.setViewportSize({ width: 1279, height: 856 });
  // 1. Opened http://127.0.0.1:42335/index.html
  await page.goto("http://127.0.0.1:42335/index.html");
  // 2. Clicked field ‘E-mail’ on 127.0.0.1:42335
  await page.locator("input[name=\"email\"]").click({ position: { x: 170, y: 20 } });
  // 3. Typed ‘<EMAIL_1>’ into field ‘E-mail’ on 127.0.0.1:42335
  await page.locator("input[name=\"email\"]").fill(EMAIL_1);
  // 4. Clicked field ‘Password’ on 127.0.0.1:42335
  await page.locator("input[name=\"password\"]").click({ position: { x: 170, y: 20 } });
  // 5. Typed ‘<PASSWORD_1>’ into field ‘Password’ on 127.0.0.1:42335
  await page.locator("input[name=\"password\"]").fill(PASSWORD_1);
  // 6. Checked checkbox ‘Keep me signed in’ on 127.0.0.1:42335
  await page.locator("form:has(input[name=\"email\"][type=\"email\"]) input[type=\"checkbox\"]:nth-child(1 of input[type=\"checkbox\"]):nth-last-child(1 of input[type=\"checkbox\"])").click();
  // 7. Clicked button ‘Sign in’ on 127.0.0.1:42335
  await page.locator("form:has(input[name=\"email\"][type=\"email\"]) button[type=\"submit\"]:nth-child(1 of button[type=\"submit\"]):nth-last-child(1 of button[type=\"submit\"])").click({ position: { x: 47, y: 20 } });
  // 8. Submitted form on 127.0.0.1:42335
  // 9. Opened http://127.0.0.1:42335/invoices.html
  // 10. Clicked search field ‘Search invoices’ on 127.0.0.1:42335
  await page.locator("main:has(a[href=\"invoice.html\"]) input[type=\"search\"]:nth-child(1 of input[type=\"search\"]):nth-last-child(1 of input[type=\"search\"])").click({ position: { x: 376, y: 20 } });
  // 11. Typed ‘fabrikam’ into search field ‘Search invoices’ on 127.0.0.1:42335
  await page.locator("main:has(a[href=\"invoice.html\"]) input[type=\"search\"]:nth-child(1 of input[type=\"search\"]):nth-last-child(1 of input[type=\"search\"])").fill("fabrikam");
  // 12. Clicked link ‘NW-1042’ on 127.0.0.1:42335
  await page.locator("text=/NW\\-1042/").click({ position: { x: 37, y: 8 } });
  // 13. Opened http://127.0.0.1:42335/invoice.html
  // 14. Clicked tab ‘History’ on 127.0.0.1:42335
  await page.getByRole("tab", { name: "History", exact: true }).click({ position: { x: 44, y: 20 } });
  // 15. Moved to http://127.0.0.1:42335/invoice.html
  // 16. Clicked tab ‘Details’ on 127.0.0.1:42335
  await page.getByRole("tab", { name: "Details", exact: true }).click({ position: { x: 43, y: 20 } });
  // 17. Moved to http://127.0.0.1:42335/invoice.html
  // 18. Clicked link ‘Go to payment’ on 127.0.0.1:42335
  await page.locator("xpath=//*[@name=\"centre\"]/ancestor::*[.//a[@href]][1][count(.//a[@href])=1]//a[@href]").click({ position: { x: 62, y: 8 } });
  // 19. Moved to http://127.0.0.1:42335/invoice.html
  // 20. Chose ‘220’ in list ‘Cost centre’ on 127.0.0.1:42335
  await page.locator("select[name=\"centre\"]").selectOption(["220"]);
  // 21. Checked checkbox ‘Goods received’ on 127.0.0.1:42335
  await page.locator("input[name=\"received\"]").click();
  // 22. Clicked field ‘Comment’ on 127.0.0.1:42335
  await page.locator("textarea[name=\"comment\"]").click({ position: { x: 376, y: 43 } });
  // 23. Typed ‘Checked against the delivery note.’ into field ‘Comment’ on 127.0.0.1:42335
  await page.locator("textarea[name=\"comment\"]").fill("Checked against the delivery note.");
  // 24. Chose option ‘Company card’ on 127.0.0.1:42335
  await page.getByRole("radio", { name: "Company card", exact: true }).click();
  // 25. Clicked field ‘Card number’ on 127.0.0.1:42335
  await page.locator("input[name=\"card\"]").click({ position: { x: 376, y: 21 } });
  // 26. Typed ‘<CARD_1>’ into field ‘Card number’ on 127.0.0.1:42335
  await page.locator("input[name=\"card\"]").fill(CARD_1);
  // 27. Clicked button ‘Approve’ on 127.0.0.1:42335
  await page.locator("form:has(select[name=\"centre\"]) button[type=\"submit\"]:nth-child(1 of button[type=\"submit\"]):nth-last-child(1 of button[type=\"submit\"])").click({ position: { x: 27, y: 20 } });
  // 28. Submitted tab panel ‘Details’ on 127.0.0.1:42335
  // 29. Opened http://127.0.0.1:42335/approved.html
});

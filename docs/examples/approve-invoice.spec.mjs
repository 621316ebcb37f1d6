import { expect, test } from "@playwright/test";

/** What was masked, and files, are taken from the environment. */
function missing(name) {
  throw new Error(
    `Set ${name} in the environment: the recording does not hold what belongs here.`,
  );
}

test("Approve the invoice of Fabrikam Lighting", async ({ page }) => {
  const EMAIL_1 = process.env.EMAIL_1 ?? missing("EMAIL_1");
  const PASSWORD_1 = process.env.PASSWORD_1 ?? missing("PASSWORD_1");
  const CARD_1 = process.env.CARD_1 ?? missing("CARD_1");
  await page.setViewportSize({ width: 1279, height: 856 });
  // 1. Opened http://127.0.0.1:42131/index.html
  await page.goto("http://127.0.0.1:42131/index.html");
  // 2. Clicked field ‘E-mail’ on 127.0.0.1:42131
  // 3. Typed ‘<EMAIL_1>’ into field ‘E-mail’ on 127.0.0.1:42131
  await page
    .getByRole("textbox", { name: "E-mail", exact: true })
    .fill(EMAIL_1);
  // 4. Clicked field ‘Password’ on 127.0.0.1:42131
  // 5. Typed ‘<PASSWORD_1>’ into field ‘Password’ on 127.0.0.1:42131
  await page
    .getByRole("textbox", { name: "Password", exact: true })
    .fill(PASSWORD_1);
  // 6. Checked checkbox ‘Keep me signed in’ on 127.0.0.1:42131
  await page
    .getByRole("checkbox", { name: "Keep me signed in", exact: true })
    .check();
  // 7. Clicked button ‘Sign in’ on 127.0.0.1:42131
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  // 8. Submitted form by ‘Sign in’ on 127.0.0.1:42131
  // 9. Opened http://127.0.0.1:42131/invoices.html
  await expect(page).toHaveURL(
    /^http:\/\/127\.0\.0\.1:42131\/invoices\.html(?:[?#]|$)/,
  );
  // 10. Clicked search field ‘Search invoices’ on 127.0.0.1:42131
  // 11. Typed ‘fabrikam’ into search field ‘Search invoices’ on 127.0.0.1:42131
  await page
    .getByRole("searchbox", { name: "Search invoices", exact: true })
    .fill("fabrikam");
  // 12. Clicked link ‘NW-1042’ on 127.0.0.1:42131
  await page.getByRole("link", { name: "NW-1042", exact: true }).click();
  // 13. Opened http://127.0.0.1:42131/invoice.html
  await expect(page).toHaveURL(
    /^http:\/\/127\.0\.0\.1:42131\/invoice\.html(?:[?#]|$)/,
  );
  // 14. Clicked tab ‘History’ on 127.0.0.1:42131
  await page.getByRole("tab", { name: "History", exact: true }).click();
  // 15. Moved to http://127.0.0.1:42131/invoice.html
  // 16. Clicked tab ‘Details’ on 127.0.0.1:42131
  await page.getByRole("tab", { name: "Details", exact: true }).click();
  // 17. Moved to http://127.0.0.1:42131/invoice.html
  // 18. Clicked link ‘Go to payment’ on 127.0.0.1:42131
  await page.getByRole("link", { name: "Go to payment", exact: true }).click();
  // 19. Moved to http://127.0.0.1:42131/invoice.html
  // 20. Chose ‘220’ in list ‘Cost centre’ on 127.0.0.1:42131
  await page
    .getByRole("combobox", { name: "Cost centre", exact: true })
    .selectOption("220");
  // 21. Checked checkbox ‘Goods received’ on 127.0.0.1:42131
  await page
    .getByRole("checkbox", { name: "Goods received", exact: true })
    .check();
  // 22. Clicked field ‘Comment’ on 127.0.0.1:42131
  // 23. Typed ‘Checked against the delivery note.’ into field ‘Comment’ on 127.0.0.1:42131
  await page
    .getByRole("textbox", { name: "Comment", exact: true })
    .fill("Checked against the delivery note.");
  // 24. Chose option ‘Company card’ on 127.0.0.1:42131
  await page.getByRole("radio", { name: "Company card", exact: true }).check();
  // 25. Clicked field ‘Card number’ on 127.0.0.1:42131
  // 26. Typed ‘<CARD_1>’ into field ‘Card number’ on 127.0.0.1:42131
  await page
    .getByRole("textbox", { name: "Card number", exact: true })
    .fill(CARD_1);
  // 27. Clicked button ‘Approve’ on 127.0.0.1:42131
  await page.getByRole("button", { name: "Approve", exact: true }).click();
  // 28. Submitted tab panel ‘Details’ on 127.0.0.1:42131
  // 29. Opened http://127.0.0.1:42131/approved.html
  await expect(page).toHaveURL(
    /^http:\/\/127\.0\.0\.1:42131\/approved\.html(?:[?#]|$)/,
  );
});

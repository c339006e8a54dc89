import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What breaks WCAG 2.2 AA or good practice in a part of the page, one text per place. */
export async function violationsOf(page: Page, part = "html"): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    // First: it takes the place of what was said before.
    .options({ resultTypes: ["violations"] })
    .include(part)
    .withTags(RULES)
    // Addresses of screens begin with # and are taken for skip links where the rail has scrolled them out of sight.
    // Skipping to the content is a button, tested in keyboard.spec.ts.
    .disableRules(["skip-link"])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.any[0]?.message ?? ""}`),
  );
}

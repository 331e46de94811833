/**
 * The pages in a real browser: Chromium, steered by Playwright. Pictures for a person to look at are left in
 * {@code target/screenshots}.
 */
@NullMarked
package dev.epitome.browser;

import org.jspecify.annotations.NullMarked;

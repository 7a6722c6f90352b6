/**
 * The style of the public pages: the fonts and colours of the tab (Fluent UI's themes for Teams). Light or dark as the browser
 * is set; Teams' high contrast for those who ask for more contrast.
 */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --ground: #fafafa;
  --card: #fff;
  --ink: #242424;
  --subtle: #424242;
  --line: #e0e0e0;
  --link: #4f52b2;
  --focus: #000;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #242424;
    --card: #292929;
    --ink: #fff;
    --subtle: #d6d6d6;
    --line: #525252;
    --link: #7f85f5;
    --focus: #fff;
  }
}
@media (prefers-contrast: more) {
  :root {
    color-scheme: dark;
    --ground: #000;
    --card: #000;
    --ink: #fff;
    --subtle: #fff;
    --line: #fff;
    --link: #ff0;
    --focus: #1aebff;
  }
}
* {
  box-sizing: border-box;
}
body {
  margin: 0;
  background: var(--ground);
  color: var(--ink);
  font: 16px/24px -apple-system, BlinkMacSystemFont, 'Segoe UI', system-ui, 'Apple Color Emoji', 'Segoe UI Emoji', sans-serif;
  overflow-wrap: anywhere;
}
a {
  color: var(--link);
}
:focus-visible {
  outline: 2px solid var(--focus);
  outline-offset: 2px;
  border-radius: 4px;
}
main:focus {
  outline: none;
}
.skip {
  position: absolute;
  inset-inline-start: -9999px;
}
.skip:focus {
  inset-inline-start: 8px;
  top: 8px;
  padding: 8px 12px;
  background: var(--card);
}
header,
footer,
main {
  max-width: 752px;
  margin: 0 auto;
  padding: 0 16px;
}
header,
footer,
nav ul {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0 20px;
}
header {
  justify-content: space-between;
  padding-top: 12px;
}
nav ul {
  margin: 0;
  padding: 0;
  list-style: none;
}
nav a,
.brand,
.contact a {
  display: inline-block;
  padding: 10px 0;
}
a[aria-current] {
  color: var(--ink);
  font-weight: 600;
  text-decoration: none;
}
header .brand {
  display: inline-flex;
  align-items: center;
  gap: 8px;
  color: var(--ink);
  font-weight: 600;
  text-decoration: none;
}
svg {
  width: 28px;
  height: 28px;
  fill: none;
  color: var(--link);
  stroke: currentColor;
  stroke-width: 2;
  stroke-linecap: round;
  stroke-linejoin: round;
}
h1 {
  margin: 32px 0 8px;
  font-size: 28px;
  line-height: 36px;
}
h2 {
  margin: 0 0 8px;
  font-size: 20px;
  line-height: 28px;
}
.lead {
  margin: 0 0 24px;
  color: var(--subtle);
  font-size: 18px;
  line-height: 26px;
}
section {
  margin: 0 0 16px;
  padding: 16px 20px;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--card);
}
section > :last-child {
  margin-bottom: 0;
}
section p,
section ul,
section ol {
  margin: 0 0 12px;
}
section ul,
section ol {
  padding-inline-start: 22px;
}
section li + li {
  margin-top: 8px;
}
section dl {
  margin: 0 0 12px;
}
dt {
  color: var(--subtle);
}
dd {
  margin: 0 0 8px;
  margin-inline-start: 20px;
}
section .contact {
  font-weight: 600;
}
footer {
  justify-content: space-between;
  padding-bottom: 32px;
  color: var(--subtle);
}
footer p {
  margin: 10px 0;
}
@media (max-width: 480px) {
  section {
    padding: 16px;
  }
}
`;

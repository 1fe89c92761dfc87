import type { Locator } from 'playwright-core'

/**
 * Clicks one of VS Code's own controls, and again where the click met none: when what they depend on changes, VS Code puts new controls in place of
 * a toolbar's or a list's, and a click whose way down was on the old and whose way up is on the new belongs to neither. For VS Code's own alone:
 * what the extension draws has to take the first click.
 */
export async function press(control: Locator): Promise<void> {
  for (let tries = 0; tries < 10; tries++) {
    const met = await control.page().evaluateHandle(watchNextClick)
    await control.click()
    if (await met.evaluate(({ control }) => control)) return
  }
  throw new Error(`no click met ${String(control)}`)
}

/** Runs in the page. Tells whether a click belonged to a control, not to what holds controls. */
function watchNextClick(): { control: boolean } {
  const met = { control: false }
  const controls =
    'a, button, input, [role=button], [role=checkbox], [role=option], [role=tab], [role=treeitem], .cell-status-item-has-command'
  const look = ({ target }: Event) => (met.control = (target as Element).closest(controls) !== null)
  window.addEventListener('click', look, { capture: true, once: true })
  return met
}

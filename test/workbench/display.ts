/** Whether a window can be shown: macOS and Windows always can, elsewhere a display server says where. */
export const desktopUsable = (): boolean =>
  ['darwin', 'win32'].includes(process.platform) || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

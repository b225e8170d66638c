// How VS Code names the panel, in keybindings and when it brings it back after a reload.

export const viewType = 'facingPages.sideBySide';

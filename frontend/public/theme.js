// Runs before the first paint, so that a chosen theme never flashes; no choice: the system's theme.
(function () {
  try {
    var theme = localStorage.getItem('qm-theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch (error) {
    // Storage is blocked: the system's theme is followed.
    void error;
  }
})();

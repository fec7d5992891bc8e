// The start of the editor: only where it can work, and in the language of its page.

const PREFERENCES = 'sveltia-cms.prefs';
const language = document.documentElement.lang;
const here = ['localhost', '127.0.0.1'].includes(location.hostname) || location.hostname.endsWith('.localhost');
const remote = document.documentElement.dataset.git === 'true';

/** The words of the page's language, unless the reader chose another one in the editor's settings. */
function speak() {
  const kept = JSON.parse(localStorage.getItem(PREFERENCES) || '{}');
  if (kept.locale && kept.locale !== 'auto') return;
  localStorage.setItem(PREFERENCES, JSON.stringify({ ...kept, locale: language }));
}

if (here || remote) {
  speak();
  // The language is settled before the editor reads its settings.
  import('@sveltia/cms').then(({ default: CMS }) => CMS.init());
} else {
  document.getElementById('start').hidden = false;
}

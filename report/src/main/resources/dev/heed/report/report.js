(function () {
  'use strict';
  const root = document.documentElement;
  const all = Array.from(document.querySelectorAll('.finding'));
  const files = Array.from(document.querySelectorAll('.file'));
  const box = document.getElementById('filter');
  const count = document.getElementById('count');
  const help = document.getElementById('help');
  const levels = Array.from(document.querySelectorAll('[name=level]'));

  // The words in which a finding is looked for; made when first needed.
  const words = new Map();
  function wordsOf(finding) {
    let text = words.get(finding);
    if (text === undefined) {
      const path = finding.parentElement.querySelector('h3').textContent;
      text = {
        file: path.toLowerCase(),
        rule: finding.dataset.rule.toLowerCase(),
        family: finding.dataset.family.toLowerCase(),
        level: finding.dataset.level,
        all: (path + ' ' + finding.dataset.family + ' ' + finding.firstElementChild.textContent).toLowerCase(),
      };
      words.set(finding, text);
    }
    return text;
  }
  function matches(finding, terms) {
    const text = wordsOf(finding);
    return terms.every(function (term) {
      const colon = term.indexOf(':');
      const field = colon > 0 ? term.slice(0, colon) : '';
      const value = term.slice(colon + 1);
      if (field === 'rule' || field === 'level' || field === 'family') {
        return text[field] === value;
      }
      return field === 'file' ? text.file.includes(value) : text.all.includes(term);
    });
  }
  function filter() {
    const terms = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    const on = levels.filter((l) => l.checked).map((l) => l.value);
    let shown = 0;
    for (const finding of all) {
      finding.hidden = !(on.includes(finding.dataset.level) && matches(finding, terms));
      shown += finding.hidden ? 0 : 1;
    }
    for (const file of files) {
      file.hidden = !file.querySelector('.finding:not([hidden])');
    }
    count.textContent = shown === all.length ? all.length + ' shown' : shown + ' of ' + all.length + ' shown';
  }
  function move(by) {
    const visible = all.filter((f) => !f.hidden);
    if (visible.length === 0) {
      return;
    }
    const here = document.activeElement && document.activeElement.closest('.finding');
    const at = visible.indexOf(here);
    const next = at < 0 ? (by > 0 ? 0 : visible.length - 1) : Math.max(0, Math.min(visible.length - 1, at + by));
    const summary = visible[next].firstElementChild;
    summary.focus({ preventScroll: true });
    summary.scrollIntoView({ block: 'center' });
  }
  function openAll() {
    const visible = all.filter((f) => !f.hidden);
    const open = !visible.every((f) => f.open);
    visible.forEach(function (f) { f.open = open; });
  }
  function dark() {
    return root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  }
  function theme() {
    root.dataset.theme = dark() ? 'light' : 'dark';
    try {
      localStorage.setItem('heed-theme', root.dataset.theme);
    } catch (e) {
      // A browser that keeps nothing for files: the choice lasts as long as the page.
    }
  }
  function target() {
    const element = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    const details = element && (element.matches('details') ? element : element.querySelector('details'));
    if (details) {
      details.open = true;
      element.scrollIntoView();
    }
  }

  try {
    const kept = localStorage.getItem('heed-theme');
    if (kept === 'dark' || kept === 'light') {
      root.dataset.theme = kept;
    }
  } catch (e) {
    // As above.
  }
  document.querySelectorAll('.needs-script').forEach(function (e) { e.hidden = false; });
  document.querySelectorAll('[data-q]').forEach(function (cell) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = cell.textContent;
    button.setAttribute('aria-label', 'Show ' + cell.textContent + ' of ' + cell.dataset.q);
    button.addEventListener('click', function () {
      box.value = cell.dataset.q;
      filter();
      document.getElementById('findings').scrollIntoView();
    });
    cell.replaceChildren(button);
  });
  box.addEventListener('input', filter);
  levels.forEach(function (l) { l.addEventListener('change', filter); });
  document.getElementById('theme').addEventListener('click', theme);
  document.getElementById('open').addEventListener('click', openAll);
  document.getElementById('keys').addEventListener('click', function () { help.showModal(); });
  addEventListener('hashchange', target);

  let closed = [];
  addEventListener('beforeprint', function () {
    closed = all.filter((f) => !f.open);
    closed.forEach(function (f) { f.open = true; });
  });
  addEventListener('afterprint', function () {
    closed.forEach(function (f) { f.open = false; });
  });
  addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) {
      return;
    }
    if (event.target === box) {
      if (event.key === 'Escape') {
        box.value = '';
        filter();
        box.blur();
      } else if (event.key === 'Enter') {
        move(1);
      } else {
        return;
      }
    } else if (event.key === 'j') {
      move(1);
    } else if (event.key === 'k') {
      move(-1);
    } else if (event.key === 'o') {
      openAll();
    } else if (event.key === '/') {
      box.focus();
      box.select();
    } else if (event.key === '?') {
      help.showModal();
    } else {
      return;
    }
    event.preventDefault();
  });
  filter();
  target();
})();

// What pages do better with script. Everything here is also possible without it.
(() => {
  const panel = () => document.getElementById('panneau');
  const message = () => document.getElementById('message');
  let opener;

  document.documentElement.classList.add('has-script');

  // Explanations: a figure opens the panel instead of another page.

  function openExplanation(link) {
    if (!panel().contains(link)) opener = link;
    window.htmx.ajax('GET', link.href, { source: panel(), target: panel(), swap: 'innerHTML' });
  }

  function showPanel() {
    const wide = window.matchMedia('(min-width: 48rem)').matches;
    if (!panel().open) wide ? panel().show() : panel().showModal();
    panel().scrollTop = 0;
    document.getElementById('panneau-titre')?.focus({ preventScroll: true });
  }

  function closePanel() {
    panel().close();
    // The results may have been written again since: the same figure is then elsewhere in memory.
    const same = opener?.isConnected ? opener : document.querySelector('#resultats a.figure');
    same?.focus({ preventScroll: true });
  }

  // Anchors lead into folded parts.

  function unfold(target) {
    for (let part = target; part !== null; part = part.parentElement) {
      if (part.tagName === 'DETAILS') part.open = true;
    }
  }

  function reveal(hash) {
    const target = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
    if (target === null) return;
    unfold(target);
    target.scrollIntoView();
    if (target.matches('input, select, textarea')) target.focus();
  }

  /** Where the person goes on after a button of the form: the field, the first field of the entry, or the list. */
  function goOn(form) {
    const part = document.getElementById(form.dataset.changed);
    // Said once: the form stays as results change around it.
    delete form.dataset.changed;
    if (part === null) return;
    unfold(part);
    const place = part.matches('fieldset, details') ? part.querySelector('input, select, textarea') : part;
    place?.focus();
  }

  // The three lenses are in the page: a tab shows one, and the address follows.

  function showLens(tab) {
    for (const other of document.querySelectorAll('[data-lens]')) {
      const chosen = other === tab;
      document.getElementById(`regard-${other.dataset.lens}`).hidden = !chosen;
      if (chosen) other.setAttribute('aria-current', 'true');
      else other.removeAttribute('aria-current');
    }
    const { pathname, search } = new URL(tab.href);
    history.replaceState(history.state, '', pathname + search);
  }

  function isPlainClick(event) {
    return event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  }

  document.addEventListener('click', (event) => {
    const target = event.target.closest('a, button');
    if (target === null || !isPlainClick(event)) return;
    if (target.matches('a.figure') && panel() !== null && window.htmx) {
      event.preventDefault();
      openExplanation(target);
    } else if (target.matches('[data-lens]')) {
      event.preventDefault();
      showLens(target);
    } else if (target.matches('[data-close]')) {
      closePanel();
    } else if (target.matches('[data-print]')) {
      window.print();
    } else if (target.hash && target.pathname === location.pathname) {
      if (panel()?.open) panel().close();
      // The field may be in this very form, which is not the one of the address.
      if (
        target.matches('.to-field') &&
        document.getElementById(target.hash.slice(1))?.matches('input, select')
      ) {
        event.preventDefault();
      }
      // After the browser has followed the link.
      setTimeout(() => reveal(target.hash));
    }
  });

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && panel()?.open) {
      event.preventDefault();
      closePanel();
    }
  });

  window.addEventListener('hashchange', () => reveal(location.hash));
  if (location.hash) reveal(location.hash);

  // Changes of the assumptions.

  document.addEventListener('htmx:after:settle', (event) => {
    if (event.target === panel()) showPanel();
    for (const field of document.querySelectorAll('#hypotheses :is([aria-invalid], .field-problem)'))
      unfold(field);
    const form = document.querySelector('#hypotheses[data-changed]');
    if (form !== null && event.target !== panel()) goOn(form);
  });

  document.addEventListener('htmx:error', (event) => {
    if (event.detail?.error?.name === 'AbortError' || message() === null) return;
    const text = document.createElement('p');
    text.textContent =
      'Levier ne répond pas : vos saisies sont encore dans la page, réessayez dans un instant.';
    const box = document.createElement('div');
    box.className = 'problems';
    box.append(text);
    message().replaceChildren(box);
  });

  // Paper shows folded tables.

  let folded = [];
  window.addEventListener('beforeprint', () => {
    folded = [
      ...document.querySelectorAll('details:is(.folded, .warnings, .tool-fold):not(.not-printed, [open])'),
    ];
    for (const part of folded) part.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const part of folded) part.open = false;
  });
})();

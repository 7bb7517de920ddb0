// What was just typed is sent before its page is left: a link or a form waits for the answer, then leads to where the
// change is. Without script, nothing is sent before its button is pressed.
(() => {
  /** Counts the changes of the form: the last made, and the last whose answer is in the page. */
  let made = 0;
  let answered = 0;
  const sentWith = new WeakMap();
  let leave;

  const isAssumptions = (element) => element?.id === 'hypotheses';
  const isPending = () => window.htmx !== undefined && made > answered;
  const isRefused = () => document.querySelector('#hypotheses :is([aria-invalid], .problems)') !== null;

  document.addEventListener('change', (event) => {
    if (isAssumptions(event.target.form)) made++;
  });

  document.addEventListener('htmx:before:request', (event) => {
    if (isAssumptions(event.target)) sentWith.set(event.detail.ctx, made);
  });

  document.addEventListener('htmx:error', () => {
    leave = undefined;
  });

  document.addEventListener('htmx:finally:request', (event) => {
    const { ctx } = event.detail;
    // A request that a later change took the place of is no answer.
    if (ctx.status !== 'swapped') return;
    answered = Math.max(answered, sentWith.get(ctx) ?? 0);
    if (leave === undefined || isPending()) return;
    const go = leave;
    leave = undefined;
    // What is refused is to be read and corrected first.
    if (!isRefused()) go();
  });

  /** The same link once the results are written again: its address holds the change. */
  function sameLink(link, text) {
    if (link.isConnected) return link;
    return [...document.links].find((other) => other.textContent.trim() === text);
  }

  function waitBefore(event, go) {
    event.preventDefault();
    event.stopPropagation();
    leave = go;
  }

  window.addEventListener(
    'click',
    (event) => {
      const link = event.target.closest?.('a[href]');
      if (!link || !isPending() || event.button !== 0) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const isHere = link.pathname === location.pathname && link.search === location.search;
      if (isHere && link.hash !== '') return;
      const text = link.textContent.trim();
      waitBefore(event, () => sameLink(link, text)?.click());
    },
    true,
  );

  window.addEventListener(
    'submit',
    (event) => {
      const { target: form, submitter } = event;
      if (isAssumptions(form) || !isPending()) return;
      waitBefore(event, () => {
        if (form.isConnected) form.requestSubmit(submitter?.isConnected ? submitter : null);
      });
    },
    true,
  );
})();

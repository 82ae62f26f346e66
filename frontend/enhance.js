// Adds comfort, never a condition: every page works without this file.
// All words come from the page, none from here.

// 1. The summary of errors gets the focus (autofocus does it without script).
document.querySelector('[data-focus]')?.focus();

// 2. A question that has its own page is asked in a dialog instead.
for (const asker of document.querySelectorAll('[data-dialog]')) {
  const dialog = document.getElementById(asker.dataset.dialog);
  if (!dialog?.showModal) continue;
  asker.addEventListener('click', (event) => {
    event.preventDefault();
    dialog.showModal();
  });
}

// 3. Progress while a file is sent, spoken every 25 percent.
for (const form of document.querySelectorAll('form[data-upload]')) {
  form.addEventListener('submit', (event) => {
    const bar = form.querySelector('progress');
    const spoken = form.querySelector('output');
    if (!bar || !spoken) return;
    event.preventDefault();
    bar.hidden = false;
    const request = new XMLHttpRequest();
    let said = 0;
    request.upload.onprogress = (sent) => {
      const percent = Math.floor((sent.loaded / sent.total) * 100);
      bar.value = percent;
      if (percent - said >= 25) {
        said = percent;
        spoken.textContent = form.dataset.upload.replace('%', percent);
      }
    };
    request.onload = () => location.assign(request.responseURL);
    request.onerror = () => form.submit();
    request.open(form.method, form.action);
    request.send(new FormData(form));
  });
}

// 4. A warning 2 minutes before the session ends, with a button that extends it and keeps what was
// typed. Pages open beside this one hear of it, since they share the session.
const seconds = Number(document.body.dataset.sessionEndsIn);
const warning = document.getElementById('session-warning');
if (seconds > 0 && warning?.showModal) {
  const tabs = new BroadcastChannel('session');
  let ends;
  const renew = () => {
    ends = Date.now() + seconds * 1000;
    warning.close();
  };
  tabs.onmessage = renew;
  renew();
  tabs.postMessage('renewed');
  const form = warning.querySelector('form');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const sent = await fetch(form.action, {
      method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual',
    }).catch(() => null);
    if (!sent?.ok) return form.submit();
    renew();
    tabs.postMessage('renewed');
  });
  const clock = setInterval(() => {
    const left = ends - Date.now();
    if (left <= 0) {
      clearInterval(clock);
      location.replace(warning.dataset.ended);
    } else if (left <= 120000 && !warning.open) {
      warning.showModal();
    }
  }, 1000);
}

// 5. A form that only passes the visitor on (to the broker and back) sends itself.
document.querySelector('form[data-submit]')?.submit();

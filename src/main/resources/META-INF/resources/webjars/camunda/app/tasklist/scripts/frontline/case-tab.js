// The tab "Case" of a task: what was said, by when we owe an answer, what was promised. Everything is placed as text.

const WHEN = new Intl.DateTimeFormat(undefined, {
  weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'
});

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  if (text !== undefined && text !== null) {
    element.textContent = text;
  }
  return element;
}

function when(instant) {
  const time = make('time', null, WHEN.format(new Date(instant)));
  time.dateTime = instant;
  return time;
}

function head(found) {
  const top = make('p', 'fl-top');
  const link = make('a', null, found.businessKey);
  link.href = found.link;
  link.target = '_blank';
  link.rel = 'noopener';
  const subject = make('bdi', null, found.subject);
  top.append(link, ' ', subject, make('span', 'fl-quiet', ` (${found.status.toLowerCase()})`));
  const who = make('p', 'fl-quiet');
  who.append(
    [found.contact, found.client].filter(Boolean).join(', '),
    found.owner ? `; owned by ${found.owner}. ` : '. ',
    'Open the case page for the whole story, to log a call or to hand over.');
  return [top, who];
}

function dates(found) {
  const list = make('ul');
  for (const date of found.dates) {
    const item = make('li');
    item.append(
      make('span', null, `${date.name} by `), when(date.due), ' ',
      make('span', `fl-state fl-${date.state}`, date.state),
      make('span', 'fl-quiet', ` ${date.why}`));
    list.append(item);
  }
  return found.dates.length ? [make('h4', null, 'Due dates'), list] : [];
}

function promises(found) {
  const list = make('ul');
  for (const promise of found.promises) {
    const item = make('li');
    item.append(
      make('bdi', null, promise.what), make('span', 'fl-quiet', ` ${promise.owner}, by `), when(promise.due), ' ',
      make('span', `fl-state fl-${promise.state}`, promise.outcome));
    list.append(item);
  }
  return found.promises.length ? [make('h4', null, 'Promises'), list] : [];
}

function files(message) {
  const list = make('ul', 'fl-files');
  for (const file of message.files) {
    const item = make('li');
    if (file.href) {
      const link = make('a');
      link.append(make('bdi', null, file.name));
      link.href = file.href;
      link.setAttribute('download', '');
      item.append(link, make('span', 'fl-quiet', ` ${file.details}`));
    } else {
      item.append(make('bdi', null, file.name), make('span', 'fl-quiet', ` ${file.refused}`));
    }
    list.append(item);
  }
  return message.files.length ? [list] : [];
}

function conversation(found) {
  // Newest first: whoever opens a task wants the last word.
  const messages = [...found.conversation].reverse().map(message => {
    const box = make('div', message.fromClient ? 'fl-message fl-in' : 'fl-message');
    const line = make('div', 'fl-quiet');
    line.append(make('strong', null, message.who), ` by ${message.how}, `, when(message.at), ', ', make('bdi', null, message.from));
    const words = make('p', 'fl-words', message.text);
    words.dir = 'auto';
    box.append(line, words);
    if (message.delivery) {
      box.append(make('div', message.undelivered ? 'fl-late' : 'fl-quiet', message.delivery));
    }
    box.append(...files(message));
    return box;
  });
  return [make('h4', null, 'The conversation, newest first'), ...messages];
}

let current = null;

export default {
  id: 'frontline.case',
  pluginPoint: 'tasklist.task.detail',
  priority: 9,
  properties: {
    label: 'Case'
  },

  render(node, { taskId }) {
    const place = make('div', 'fl-case', 'Reading the case…');
    current = place;
    node.replaceChildren(place);
    const base = document.querySelector('base').getAttribute('app-root') || '/camunda';
    fetch(`${base}/api/frontline/cases/by-task/${encodeURIComponent(taskId)}`, {
      credentials: 'same-origin',
      headers: { Accept: 'application/json' }
    })
      .then(answer => {
        if (!answer.ok) {
          throw new Error(answer.status === 401 ? 'Please log in again.' : 'There is no case here that you may read.');
        }
        return answer.json();
      })
      .then(found => {
        if (current === place) {
          place.replaceChildren(...head(found), ...dates(found), ...promises(found), ...conversation(found));
        }
      })
      .catch(trouble => {
        place.textContent = trouble.message;
      });
  },

  unmount() {
    current = null;
  }
};

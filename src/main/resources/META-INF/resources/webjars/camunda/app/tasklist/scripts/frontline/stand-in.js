// Opens the form of somebody else's task to whoever may do it for them: who stands in while they are away, a director.
// Tasklist itself opens it to the assignee alone. Whether somebody may is the server's to say, here and at "Complete".

let openFor = null;

/** The form's view, whenever Tasklist makes one, keeps its fields open for the task we know of. */
function isForm(scope) {
  return Boolean(scope.options && 'disableCompleteButton' in scope.options);
}

function open(form) {
  if (openFor && form.task && form.task.id === openFor) {
    form.options.disableForm = false;
    form.options.disableCompleteButton = false;
  }
}

function watch(form) {
  if (isForm(form) && !form.frontlineWatches) {
    form.frontlineWatches = true;
    form.$watchGroup(['options.disableForm', 'options.disableCompleteButton', 'task.id'], () => open(form));
  }
}

function formsBelow(scope, found = []) {
  for (let child = scope.$$childHead; child; child = child.$$nextSibling) {
    if (isForm(child)) {
      found.push(child);
    }
    formsBelow(child, found);
  }
  return found;
}

export default {
  id: 'frontline.standIn',
  pluginPoint: 'tasklist.task.action',
  priority: 1,

  render(node, data, scope) {
    const base = document.querySelector('base').getAttribute('app-root') || '/camunda';
    const root = scope.$root;
    node.className = 'fl-stand-in';
    let current = null;
    root.$on('$pluginContentLoaded', event => watch(event.targetScope));
    scope.taskData.observe('task', task => {
      current = task && task.id;
      openFor = null;
      node.textContent = '';
      if (!current) {
        return;
      }
      fetch(`${base}/api/frontline/tasks/${encodeURIComponent(task.id)}/owner`, {
        credentials: 'same-origin',
        headers: { Accept: 'application/json' }
      })
        .then(answer => (answer.status === 200 ? answer.json() : null))
        .then(owner => {
          if (owner && owner.doneForThem && current === task.id) {
            node.textContent = `You may do this for ${owner.name}.`;
            openFor = task.id;
            formsBelow(root).forEach(form => {
              watch(form);
              open(form);
            });
            root.$applyAsync();
          }
        })
        // Without an answer the form stays as Tasklist shows it: closed.
        .catch(() => {});
    });
  }
};

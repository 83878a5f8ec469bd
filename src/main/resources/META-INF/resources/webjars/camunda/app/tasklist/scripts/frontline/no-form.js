// Says so where the form of a task cannot be found; Tasklist itself leaves the place of the form blank (P07).

export default {
  id: 'frontline.noForm',
  pluginPoint: 'tasklist.task.action',
  priority: 2,

  render(node, data, scope) {
    const base = document.querySelector('base').getAttribute('app-root') || '/camunda';
    node.className = 'fl-no-form';
    node.setAttribute('role', 'status');
    let current = null;
    scope.taskData.observe('task', task => {
      current = task && task.id;
      node.textContent = '';
      if (!current) {
        return;
      }
      fetch(`${base}/api/engine/engine/default/task/${encodeURIComponent(task.id)}/deployed-form`, {
        credentials: 'same-origin'
      })
        .then(answer => {
          if (answer.status === 404 && current === task.id) {
            node.textContent =
              'The form of this task cannot be found. Nothing is lost and the task waits: ask a process owner to deploy the form again, then reload this page.';
          }
        })
        // Without an answer there is nothing to say; Tasklist tells of a lost connection itself.
        .catch(() => {});
    });
  }
};

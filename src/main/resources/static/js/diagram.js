// Draws the case's own version of the process and marks what is done and what is open.
'use strict';

(async () => {
  const place = document.getElementById('diagram');
  const trouble = document.getElementById('diagram-trouble');
  try {
    const answer = await fetch(place.dataset.source, { headers: { Accept: 'application/json' } });
    const picture = await answer.json();
    const viewer = new BpmnJS({ container: place });
    await viewer.importXML(picture.model);
    const canvas = viewer.get('canvas');
    const elements = viewer.get('elementRegistry');
    const mark = (ids, as) => ids.filter(id => elements.get(id)).forEach(id => canvas.addMarker(id, as));
    mark(picture.done, 'is-done');
    mark(picture.open, 'is-open');
    // As wide as its content at a readable size; the page scrolls it sideways.
    const box = canvas.viewbox().inner;
    const scale = Math.max(0.55, Math.min(1, place.clientWidth / (box.width + 40)));
    place.firstElementChild.style.width = `${(box.width + 40) * scale}px`;
    place.firstElementChild.style.height = `${(box.height + 40) * scale}px`;
    canvas.resized();
    canvas.viewbox({ x: box.x - 20, y: box.y - 20, width: box.width + 40, height: box.height + 40 });
    // The mark of bpmn.io stays in sight while the diagram scrolls below it.
    place.parentElement.append(place.querySelector('.bjs-powered-by'));
    const open = picture.open.map(id => elements.get(id)).filter(Boolean).pop();
    if (open) {
      place.scrollLeft = Math.max(0, (open.x - box.x) * scale - place.clientWidth / 2);
      place.scrollTop = Math.max(0, (open.y - box.y) * scale - place.clientHeight / 2);
    }
  } catch (undrawable) {
    place.parentElement.hidden = true;
    trouble.hidden = false;
  }
})();

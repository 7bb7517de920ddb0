// The map of brownfields: points on outlines of our own, nothing from the network. Texts are set as texts, never as HTML.
(() => {
  const column = document.querySelector('[data-map]');
  if (column === null || window.L === undefined) return;
  const { L } = window;
  const side = document.querySelector('[data-visible]');
  const list = side.querySelector('[data-visible-list]');
  const count = side.querySelector('[data-visible-count]');
  /** As src/sites/encoded-outline.ts writes them. */
  const STEP = 0.003;
  const MOST_LISTED = 60;
  /** From this scale on, departments say their name. */
  const NAMED_FROM = 8;
  const PLACES = [
    [
      'Métropole',
      [
        [41.3, -5.2],
        [51.1, 9.6],
      ],
    ],
    [
      'Guadeloupe',
      [
        [15.8, -61.9],
        [16.6, -60.9],
      ],
    ],
    [
      'Martinique',
      [
        [14.3, -61.3],
        [15, -60.7],
      ],
    ],
    [
      'Guyane',
      [
        [2, -54.7],
        [5.9, -51.5],
      ],
    ],
    [
      'La Réunion',
      [
        [-21.5, 55.1],
        [-20.8, 55.9],
      ],
    ],
    [
      'Mayotte',
      [
        [-13.1, 44.9],
        [-12.6, 45.4],
      ],
    ],
  ];
  const SHAPES = {
    'without-project': 'circle',
    'with-project': 'triangle',
    converted: 'square',
    potential: 'diamond',
  };

  function ringFrom(text) {
    const ring = [];
    let x = 0;
    let y = 0;
    let value = 0;
    let shift = 0;
    let pending;
    for (const letter of text) {
      const bits = letter.charCodeAt(0) - 63;
      value |= (bits & 0x1f) << shift;
      shift += 5;
      if (bits >= 0x20) continue;
      const difference = value & 1 ? ~(value >> 1) : value >> 1;
      value = 0;
      shift = 0;
      if (pending === undefined) {
        pending = difference;
        continue;
      }
      x += pending;
      y += difference;
      pending = undefined;
      ring.push([y * STEP, x * STEP]);
    }
    return ring;
  }

  /** A point drawn with the shape of its status: Leaflet knows circles only. */
  const Mark = L.CircleMarker.extend({
    _updatePath() {
      const shape = this.options.shape;
      if (shape === 'circle') {
        L.CircleMarker.prototype._updatePath.call(this);
        return;
      }
      const renderer = this._renderer;
      if (!renderer._drawing || this._empty()) return;
      const { x, y } = this._point;
      const r = this._radius * 1.15;
      const context = renderer._ctx;
      context.beginPath();
      if (shape === 'triangle') {
        context.moveTo(x, y - r);
        context.lineTo(x + r, y + r * 0.85);
        context.lineTo(x - r, y + r * 0.85);
        context.closePath();
      } else if (shape === 'square') {
        context.rect(x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7);
      } else if (shape === 'diamond') {
        context.moveTo(x, y - r * 1.15);
        context.lineTo(x + r * 1.15, y);
        context.lineTo(x, y + r * 1.15);
        context.lineTo(x - r * 1.15, y);
        context.closePath();
      } else {
        context.arc(x, y, r * 0.8, 0, 2 * Math.PI);
      }
      renderer._fillStroke(context, this);
    },
  });

  const colour = (name) => getComputedStyle(column).getPropertyValue(name).trim();

  function lookOf(status) {
    const shape = SHAPES[status];
    const known = colour(`--map-${status}`);
    if (shape === undefined || known === '') {
      return { shape: 'ring', color: colour('--map-unknown'), weight: 1.5, fillOpacity: 0 };
    }
    return { shape, color: colour('--map-edge'), weight: 0.8, fillColor: known, fillOpacity: 0.9 };
  }

  function outlineLook() {
    return { color: colour('--map-border'), weight: 1, fillColor: colour('--map-land'), fillOpacity: 1 };
  }

  column.hidden = false;
  side.hidden = false;
  const gentle = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map('carte', {
    preferCanvas: true,
    minZoom: 4,
    maxZoom: 17,
    zoomControl: false,
    attributionControl: false,
    fadeAnimation: !gentle,
    zoomAnimation: !gentle,
    markerZoomAnimation: !gentle,
  });
  L.control.zoom({ zoomInTitle: 'Agrandir', zoomOutTitle: 'Réduire' }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  map.createPane('outlines').style.zIndex = 350;
  const ground = L.canvas({ pane: 'outlines', padding: 0.5 });
  const canvas = L.canvas({ padding: 0.3, tolerance: 4 });
  map.fitBounds(PLACES[0][1]);

  const outlines = [];
  const names = L.layerGroup();
  const marks = [];

  function nameLabels() {
    if (map.getZoom() >= NAMED_FROM) names.addTo(map);
    else names.remove();
  }

  function drawOutlines({ departments }) {
    for (const { name, rings } of departments) {
      const polygon = L.polygon(rings.map(ringFrom), {
        ...outlineLook(),
        renderer: ground,
        pane: 'outlines',
        interactive: false,
      }).addTo(map);
      outlines.push(polygon);
      const text = document.createElement('span');
      text.textContent = name;
      names.addLayer(
        L.tooltip({ permanent: true, direction: 'center', className: 'department-name', opacity: 1 })
          .setLatLng(polygon.getBounds().getCenter())
          .setContent(text),
      );
    }
    nameLabels();
  }

  function linkTo(feature) {
    const link = document.createElement('a');
    link.href = `/sites/${encodeURIComponent(feature.id)}`;
    link.textContent = feature.properties.name;
    return link;
  }

  function described(feature) {
    const box = document.createElement('div');
    const place = document.createElement('p');
    place.textContent = feature.properties.commune;
    box.append(linkTo(feature), place);
    return box;
  }

  function titleOf(feature) {
    const text = document.createElement('span');
    text.textContent = feature.properties.name;
    return text;
  }

  function radius() {
    return Math.min(8, Math.max(3, map.getZoom() - 3));
  }

  function listVisible() {
    const bounds = map.getBounds();
    const visible = marks.filter(({ latLng }) => bounds.contains(latLng));
    const items = visible.slice(0, MOST_LISTED).map(({ feature }) => {
      const item = document.createElement('li');
      const place = document.createElement('span');
      place.textContent = ` ${feature.properties.commune}`;
      item.append(linkTo(feature), place);
      return item;
    });
    list.replaceChildren(...items);
    const total = visible.length.toLocaleString('fr-FR');
    if (visible.length === 0) count.textContent = 'Aucune friche dans cette partie de la carte.';
    else if (visible.length === 1) count.textContent = 'Une friche dans cette partie de la carte.';
    else if (visible.length > MOST_LISTED)
      count.textContent = `${total} friches dans cette partie de la carte ; les ${MOST_LISTED} premières sont listées : agrandissez pour voir les autres.`;
    else count.textContent = `${total} friches dans cette partie de la carte.`;
  }

  function drawPoints({ features }) {
    for (const feature of features) {
      const [longitude, latitude] = feature.geometry.coordinates;
      const latLng = L.latLng(latitude, longitude);
      const mark = new Mark(latLng, {
        ...lookOf(feature.properties.status),
        radius: radius(),
        renderer: canvas,
      });
      mark.bindPopup(() => described(feature));
      mark.bindTooltip(() => titleOf(feature), { direction: 'top' });
      mark.addTo(map);
      marks.push({ mark, feature, latLng });
    }
    const filtered = new URL(column.dataset.points, location.href).search !== '';
    if (filtered && marks.length > 0) {
      map.fitBounds(L.latLngBounds(marks.map(({ latLng }) => latLng)).pad(0.1), { maxZoom: 12 });
    }
    listVisible();
  }

  /** Colours follow the theme of the machine. */
  function redraw() {
    for (const polygon of outlines) polygon.setStyle(outlineLook());
    for (const { mark, feature } of marks) mark.setStyle(lookOf(feature.properties.status));
  }

  const places = column.querySelector('.map-places');
  for (const [name, bounds] of PLACES) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet';
    button.textContent = name;
    button.addEventListener('click', () => map.fitBounds(bounds));
    const item = document.createElement('li');
    item.append(button);
    places.append(item);
  }

  let drawnRadius = radius();
  map.on('zoomend', () => {
    nameLabels();
    if (radius() === drawnRadius) return;
    drawnRadius = radius();
    for (const { mark } of marks) mark.setRadius(drawnRadius);
  });
  map.on('moveend', listVisible);
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);

  async function read(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return await answer.json();
  }

  read(column.dataset.outlines)
    .then(drawOutlines)
    .then(() => read(column.dataset.points))
    .then(drawPoints)
    .catch(() => {
      count.textContent =
        'Les friches n’ont pas pu être lues : rechargez la page, ou suivez le tableau par département.';
    });
})();

// For pages that show charts of this site in frames: keeps each frame as high as its chart. Frames are found by the
// attribute data-good-jobs; the one global, goodJobsEmbeds, has look() for frames that come later. May be loaded twice.
(() => {
  if (window.goodJobsEmbeds) return;
  const tokens = new Map();
  const hello = (frame) => frame.contentWindow?.postMessage({ type: 'good-jobs:hello', v: 1, token: tokens.get(frame) }, '*');
  const look = () => document.querySelectorAll('iframe[data-good-jobs]').forEach((frame) => {
    if (tokens.has(frame)) return;
    tokens.set(frame, [...crypto.getRandomValues(new Uint32Array(4))].join('-'));
    if (!frame.title) frame.title = 'Chart';
    frame.addEventListener('load', () => hello(frame));
    hello(frame);
  });
  addEventListener('message', ({ source, data }) => {
    if (data?.type !== 'good-jobs:height' || data.v !== 1 || !Number.isFinite(data.height)) return;
    for (const [frame, token] of tokens) {
      if (frame.contentWindow === source && data.token === token) {
        frame.style.height = `${Math.min(5000, Math.max(50, Math.ceil(data.height)))}px`;
      }
    }
  });
  window.goodJobsEmbeds = { look };
  look();
  addEventListener('DOMContentLoaded', look);
})();

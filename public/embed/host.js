// For pages that show charts of this site in frames: keeps each frame as high as its chart. Frames are found by the
// attribute data-good-jobs; the one global, goodJobsEmbeds, has look() for frames that come later. May be loaded twice.
(() => {
  if (window.goodJobsEmbeds) return;
  // Rust: chart
  const CHART = 'Chart';
  // Rust: end
  /** @type {Map<HTMLIFrameElement, string>} */
  const tokens = new Map();
  const look = () => /** @type {NodeListOf<HTMLIFrameElement>} */ (document.querySelectorAll('iframe[data-good-jobs]')).forEach((frame) => {
    if (tokens.has(frame)) return;
    const token = [...crypto.getRandomValues(new Uint32Array(4))].join('-');
    tokens.set(frame, token);
    if (!frame.title) frame.title = CHART;
    const hello = () => frame.contentWindow?.postMessage({ type: 'good-jobs:hello', v: 1, token }, '*');
    frame.addEventListener('load', hello);
    hello();
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

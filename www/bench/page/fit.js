/** Offers fitting to the runner: the chosen file of doubles goes to the worker, its seconds and labels come back. */
export function fit(worker) {
  const reply = () =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
    });
  window.contend = async (job) => {
    const [file] = document.querySelector("input").files;
    const values = new Float64Array(await file.arrayBuffer());
    const answer = reply();
    worker.postMessage({ values, job }, [values.buffer]);
    const { seconds, labels } = await answer;
    return { seconds, labels: Array.from(labels) };
  };
}

// The core in a browser's virtual machine: decodes the points of tests/core/decoding.py with one voice.
//
// node decode.mjs CORE.wasm MEMBER HOPS OUT    writes the samples as 32-bit floats

import fs from "node:fs";

const [wasm, memberPath, hopCount, out] = process.argv.slice(2);
const hops = Number(hopCount);
const nothing = { wasi_snapshot_preview1: { clock_time_get: () => 0 } };
const { instance: { exports: core } } = await WebAssembly.instantiate(fs.readFileSync(wasm), nothing);
core._initialize?.();

// Memory grows when something is allocated, and its old view is void then.
const floats = (address, count) => new Float32Array(core.memory.buffer, address, count);
const integers = (address, count) => new Int32Array(core.memory.buffer, address, count);

const member = fs.readFileSync(memberPath);
const copied = core.malloc(member.length);
new Uint8Array(core.memory.buffer).set(member, copied);
const instrument = core.vs_open(copied, member.length, 0);
if (!instrument) throw new Error("the member is refused");

const size = core.malloc(4 * 9); // a vs_dimensions
core.vs_dimensions_of(size, instrument);
const [, , hopSamples, , dims, labelCount] = integers(size, 9);
const voices = core.vs_voices_new(instrument, 1, 0, 1);
core.vs_voices_reset(voices, 0, 1);
const [number, point, labels, noise, made] = [1, dims, labelCount + 1, 1, hopSamples].map((n) => core.malloc(4 * n));
integers(number, 1)[0] = 0;
floats(noise, 1)[0] = 0;
floats(labels, labelCount).fill(NaN);

const sound = new Float32Array(hops * hopSamples);
for (let hop = 0; hop < hops; hop++) {
  const axes = floats(point, dims);
  for (let axis = 0; axis < dims; axis++) {
    const period = 2 * (64 + 18 * axis), at = (hop + 50 * axis) % period;
    axes[axis] = (Math.min(at, period - at) % 129) / 64 - 1;
  }
  core.vs_decode(voices, 1, number, point, labels, noise, 0, made);
  sound.set(floats(made, hopSamples), hop * hopSamples);
}
core.vs_voices_free(voices);
core.vs_close(instrument);
fs.writeFileSync(out, sound);

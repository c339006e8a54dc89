import type { Remote } from "comlink";
import { describe, expect, it } from "vitest";
import type { ClusterParams } from "../protocol";
import type { ShardRole } from "../roles";
import type { Study } from "../wasm/segmentlab";
import { createClustering } from "./clustering";

describe("a sweep", () => {
  it("that is replaced before it began ends nothing of its successor", async () => {
    const asked: string[] = [];
    const begun: (() => void)[] = [];
    const shard = {
      beginUnits: () => {
        asked.push("begin");
        return new Promise<void>((resolve) => begun.push(resolve));
      },
      endUnits: () => void asked.push("end"),
    } as unknown as Remote<ShardRole>;
    const study = {
      beginSweep: () => ({}),
      matrix: () => new Float64Array(),
      sweepProgress: () => Uint32Array.of(0, 0),
      sweepReport: () => ({}),
      dealUnit: () => undefined,
    } as unknown as Study;
    let running = new AbortController();
    const restart = () => {
      running.abort({ code: "cancelled" });
      running = new AbortController();
      return running.signal;
    };
    const { sweep } = createClustering({ study: () => study, shards: () => [shard], restart });
    const params = { features: { features: [] } } as unknown as ClusterParams;
    const first = sweep(params, () => {});
    const second = sweep(params, () => {});
    begun[0]?.();
    await expect(first).rejects.toEqual({ code: "cancelled" });
    expect(asked).toEqual(["begin", "begin"]);
    begun[1]?.();
    await second;
    expect(asked).toEqual(["begin", "begin", "end"]);
  });
});

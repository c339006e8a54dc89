/**
 * Writes a large order file: 5,000,000 lines of about 1.5 million orders by 300,000 customers over three years, in date
 * order. The same seed gives the same bytes.
 */
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";

const ROWS = 5_000_000;
const CUSTOMERS = 300_000;
const ORDERS = 1_500_000;
const DAYS = 1096;
const CATEGORIES = ["Dairy", "Bakery", "Frozen", "Snacks", "Household", "Drinks", "Baby care", "Pet food"];
const CHANNELS = ["Store", "Online", "App", "Phone"];

/** mulberry32: numbers from 0 to 1, the same for the same seed. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

// Ids in no order: multiples of one prime modulo another.
const customerId = (number) => `C${String((number * 123_457) % 1_000_003).padStart(7, "0")}`;

export function generate(path) {
  if (existsSync(path)) return statSync(path).size;
  mkdirSync(dirname(path), { recursive: true });
  const next = random(20240427);
  const below = (limit) => Math.floor(next() * limit);
  const file = openSync(`${path}.part`, "w");
  let text = "order_id,customer_id,order_date,category,channel,amount\n";
  let rows = 0;
  let joined = 0;
  for (let order = 0; order < ORDERS; order++) {
    // New customers join all along; those who joined early buy more often.
    const joins = joined === 0 || next() * (ORDERS - order) < CUSTOMERS - joined;
    const customer = customerId(joins ? joined++ : below(joined * next()));
    const date = new Date(Date.UTC(2022, 0, 1 + Math.floor((order * DAYS) / ORDERS))).toISOString().slice(0, 10);
    const channel = CHANNELS[below(CHANNELS.length)];
    const left = ROWS - rows;
    const ordersLeft = ORDERS - order;
    // One to about six lines, and as many as are left for the last order.
    const lines = ordersLeft === 1 ? left : Math.min(left - ordersLeft + 1, 1 + below((2 * left) / ordersLeft - 1));
    for (let line = 0; line < lines; line++) {
      const category = CATEGORIES[below(CATEGORIES.length)];
      text += `SO${1_000_000 + order},${customer},${date},${category},${channel},${(1 + below(20_000)) / 100}\n`;
    }
    rows += lines;
    if (text.length > 1 << 22) {
      writeSync(file, text);
      text = "";
    }
  }
  writeSync(file, text);
  closeSync(file);
  renameSync(`${path}.part`, path);
  return statSync(path).size;
}

import { clustering } from "./clustering";
import { clusters } from "./clusters";
import { data } from "./data";
import { errors } from "./errors";
import { features } from "./features";
import { files } from "./files";
import { f } from "./format";
import { imports } from "./imports";
import { issues } from "./issues";
import { learn } from "./learn";
import { overview } from "./overview";
import { rfm } from "./rfm";
import { shell } from "./shell";
import { terms } from "./terms";

export const en = {
  f,
  terms,
  shell,
  data,
  imports,
  overview,
  rfm,
  features,
  clustering,
  clusters,
  learn,
  errors,
  issues,
  files,
};

import { fit } from "./fit.js";
import Fitting from "./mlkmeans.worker.js?worker";

fit(new Fitting());

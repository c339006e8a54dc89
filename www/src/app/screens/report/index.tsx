import type { ScreenProps } from "../../screen";
import { Lacking } from "../lacking";

export const Report = (props: ScreenProps) => <Lacking {...props} />;

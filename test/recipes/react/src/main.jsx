import { createRoot } from "react-dom/client";
import { TaskPage } from "./TaskPage.jsx";

createRoot(document.getElementById("root")).render(<TaskPage />);

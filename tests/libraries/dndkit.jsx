import React from "react";
import { createRoot } from "react-dom/client";
import { DndContext, PointerSensor, KeyboardSensor, useSensor, useSensors, closestCenter } from "@dnd-kit/core";
import {
  SortableContext,
  useSortable,
  arrayMove,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
const h = React.createElement;
function I({ id }) {
  const { attributes, listeners, setNodeRef, transform, transition } = useSortable({ id });
  return h(
    "li",
    {
      ref: setNodeRef,
      style: {
        transform: transform ? "translate3d(" + transform.x + "px," + transform.y + "px,0)" : undefined,
        transition,
        padding: 10,
        border: "1px solid",
        width: 200,
        listStyle: "none",
      },
      ...attributes,
      ...listeners,
    },
    id,
  );
}
function A() {
  const [x, s] = React.useState(["Alpha", "Beta", "Gamma"]);
  window.order = x;
  return h(
    DndContext,
    {
      sensors: useSensors(
        useSensor(PointerSensor),
        useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
      ),
      collisionDetection: closestCenter,
      onDragEnd: ({ active, over }) => {
        if (over && active.id !== over.id) s((y) => arrayMove(y, y.indexOf(active.id), y.indexOf(over.id)));
      },
    },
    h(
      SortableContext,
      { items: x, strategy: verticalListSortingStrategy },
      h(
        "ul",
        null,
        x.map((i) => h(I, { key: i, id: i })),
      ),
    ),
  );
}
createRoot(document.getElementById("root")).render(h(A));

//! The nodes of all groups: made when somebody first comes in, found by group and place.

use std::collections::{BinaryHeap, HashMap};
use std::ops::{Index, IndexMut};

use crate::pool::{Entry, Pool};
use crate::problem::{Applicant, Group, Problem};
use crate::shape::{Level, Place, Quick, ShapeIndex, Shapes, WHOLE};
use crate::table::{Number, Table, number};

/// A place of the quota tree in one group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct NodeIndex(u32);
number!(NodeIndex);

/// There is no such node, or not yet.
pub(crate) const NO_NODE: NodeIndex = NodeIndex(u32::MAX);

#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    /// `NO_NODE` for the group itself.
    pub(crate) parent: NodeIndex,
    pub(crate) count: u32,
    pub(crate) cap: u32,
    pub(crate) reserve: u32,
    /// `NO_FRONT` where no reserve is at the node or within it.
    pub(crate) front: FrontIndex,
    pub(crate) pool: Pool,
}

/// What a node with reserves keeps beside its count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FrontIndex(u32);
number!(FrontIndex);

/// No reserve is at the node or within it.
pub(crate) const NO_FRONT: FrontIndex = FrontIndex(u32::MAX);

/// How easily somebody can go: the greatest goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ease {
    /// The fewer reserved seats it costs, the greater.
    spare: u32,
    pub(crate) entry: Entry,
}

impl Ease {
    /// Somebody whose going costs nothing but them.
    #[inline]
    pub(crate) const fn of(entry: Entry) -> Self {
        Self { spare: u32::MAX, entry }
    }

    /// The same where it also costs a reserved seat of one more node.
    #[inline]
    pub(crate) fn costing(self, a_seat: bool) -> Self {
        Self { spare: self.spare.wrapping_sub(u32::from(a_seat)), ..self }
    }
}

#[derive(Debug, Default)]
pub(crate) struct Front {
    /// What the node claims in its parent; none while nobody is in it.
    pub(crate) claim: Option<Ease>,
    /// The claims of the nodes right below; only those hold that are still the node's own.
    pub(crate) claims: BinaryHeap<(Ease, NodeIndex)>,
}

/// How nodes are found: by a list of all that could be where there are few, else by a map.
#[derive(Debug)]
enum Directory {
    Dense(Table<Cell, NodeIndex>),
    Sparse(HashMap<(Group, Place), NodeIndex, Quick>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cell(u32);
number!(Cell);

/// So many nodes that could be are few for each applicant.
const FEW_EACH: usize = 4;
/// So many are few in any case.
const FEW: usize = 4_096;

/// What is needed of a group to find its nodes.
#[derive(Clone, Copy, Debug)]
struct Room {
    shape: ShapeIndex,
    whole: NodeIndex,
    /// Where its part of the list begins.
    begin: Cell,
}

#[derive(Debug)]
pub(crate) struct Nodes {
    shapes: Shapes,
    rooms: Table<Group, Room>,
    nodes: Table<NodeIndex, Node>,
    fronts: Table<FrontIndex, Front>,
    directory: Directory,
}

impl Nodes {
    /// The groups, with nobody in them.
    pub(crate) fn new(problem: &Problem, shapes: Shapes) -> Self {
        let (mut nodes, mut fronts) = (Table::default(), Table::default());
        let mut cells = 0_usize;
        let mut rooms = Vec::with_capacity(problem.groups().len());
        for group in problem.groups() {
            let number = shapes.number_of(problem.plan_of(group));
            let shape = &shapes[number];
            let whole = &shape.levels[WHOLE];
            let seats = problem.capacity(group).seats().unwrap_or(u32::MAX);
            rooms.push(Room {
                shape: number,
                whole: nodes.push(Node {
                    parent: NO_NODE,
                    count: 0,
                    cap: shape.on_top.map_or(seats, |on_top| seats.min(on_top)),
                    reserve: 0,
                    front: if whole.is_mixed { fronts.push(Front::default()) } else { NO_FRONT },
                    pool: Pool::default(),
                }),
                begin: Cell::number(cells),
            });
            cells = cells.saturating_add(shape.levels.len());
        }
        let few = problem.applicants().len().saturating_mul(FEW_EACH).max(FEW);
        let directory = if cells <= few {
            Directory::Dense(Table::of(cells, NO_NODE))
        } else {
            Directory::Sparse(HashMap::default())
        };
        Self { shapes, rooms: rooms.into(), nodes, fronts, directory }
    }

    pub(crate) const fn shapes(&self) -> &Shapes {
        &self.shapes
    }

    #[inline]
    pub(crate) fn keeps_seats_on_top(&self, group: Group) -> bool {
        self.shapes[self.rooms[group].shape].on_top.is_some()
    }

    /// Somebody's deepest place in a group.
    #[inline]
    pub(crate) fn place(&self, group: Group, applicant: Applicant) -> Place {
        self.shapes[self.rooms[group].shape].places[applicant]
    }

    #[inline]
    pub(crate) fn level(&self, group: Group, place: Place) -> &Level {
        &self.shapes[self.rooms[group].shape].levels[place]
    }

    /// The node of a place, if it was made.
    #[inline]
    pub(crate) fn find(&self, group: Group, place: Place) -> NodeIndex {
        let room = &self.rooms[group];
        if place == WHOLE {
            return room.whole;
        }
        match &self.directory {
            Directory::Dense(nodes) => nodes[Cell(room.begin.0.wrapping_add(place.0))],
            Directory::Sparse(nodes) => nodes.get(&(group, place)).copied().unwrap_or(NO_NODE),
        }
    }

    /// The node of a place, made where it is not there yet.
    pub(crate) fn make(&mut self, group: Group, place: Place) -> NodeIndex {
        let found = self.find(group, place);
        if found != NO_NODE {
            return found;
        }
        let level = *self.level(group, place);
        let parent = self.make(group, level.parent);
        let has_front = level.is_mixed || level.reserve > 0;
        let node = self.nodes.push(Node {
            parent,
            count: 0,
            cap: level.cap,
            reserve: level.reserve,
            front: if has_front { self.fronts.push(Front::default()) } else { NO_FRONT },
            pool: Pool::default(),
        });
        let begin = self.rooms[group].begin;
        match &mut self.directory {
            Directory::Dense(nodes) => nodes[Cell(begin.0.wrapping_add(place.0))] = node,
            Directory::Sparse(nodes) => _ = nodes.insert((group, place), node),
        }
        node
    }

    #[inline]
    pub(crate) fn front(&self, front: FrontIndex) -> &Front {
        &self.fronts[front]
    }

    #[inline]
    pub(crate) fn front_mut(&mut self, front: FrontIndex) -> &mut Front {
        &mut self.fronts[front]
    }
}
impl Index<NodeIndex> for Nodes {
    type Output = Node;

    #[inline]
    fn index(&self, node: NodeIndex) -> &Node {
        &self.nodes[node]
    }
}
impl IndexMut<NodeIndex> for Nodes {
    #[inline]
    fn index_mut(&mut self, node: NodeIndex) -> &mut Node {
        &mut self.nodes[node]
    }
}

//! The part of the study that clusters.

use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{ProjectionMessage, Study, Thrown};
use crate::cluster::{
    Assigned, Choice, ClusterModel, ClusterParams, ClusterReport, Clusters, Sweep, SweepReport,
    Unit, UnitResult,
};
use crate::error::{Error, Step};
use crate::export::{ClusterWords, clusters_csv};
use crate::features::{
    FeatureInfo, FeatureSource, FeaturesParams, Prepared, PreparedReport, prepare,
};
use crate::segments::{Comparison, Segmentation, compare};

/// What was made of the features so far. A step discards what was built on an earlier run of it.
#[derive(Debug, Default)]
pub(super) struct Clustering {
    prepared: Option<Prepared>,
    sweep: Option<Sweep>,
    taken: Option<Taken>,
}

/// The clustering in use.
#[derive(Debug)]
enum Taken {
    /// Of these customers.
    Own(Clusters),
    /// Of a model.
    Assigned(Box<(Assigned, ClusterModel)>),
}

#[wasm_bindgen]
impl Study {
    /// The features that can be chosen.
    ///
    /// # Errors
    /// [`Error::NotReady`].
    pub fn features(&self) -> Result<Vec<Ts<FeatureInfo>>, Thrown> {
        let catalog = self.source()?.catalog();
        Ok(catalog.iter().map(Tsify::into_ts).collect::<Result<_, _>>()?)
    }

    /// What to start with, see [`FeaturesParams::suggest`].
    ///
    /// # Errors
    /// [`Error::NotReady`].
    #[wasm_bindgen(js_name = defaultFeatures)]
    pub fn default_features(&self) -> Result<Ts<FeaturesParams>, Thrown> {
        Ok(FeaturesParams::suggest(&self.source()?.catalog()).into_ts()?)
    }

    /// Brings features to measure and begins a sweep over them.
    ///
    /// # Errors
    /// Those of [`prepare`] and [`Sweep::new`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    #[wasm_bindgen(js_name = beginSweep)]
    pub fn begin_sweep(&mut self, params: Ts<ClusterParams>) -> Result<Ts<PreparedReport>, Thrown> {
        let params = params.to_rust()?;
        (self.clustering, self.described) = (Clustering::default(), None);
        let source = self.source()?;
        let columns = params.features.features.iter().map(|one| source.column(&one.key));
        let prepared = prepare(columns.collect::<Result<_, _>>()?, &params.features)?;
        let sweep = Sweep::new(prepared.matrix.view(), prepared.report.distinct, params)?;
        let report = prepared.report.clone();
        self.clustering = Clustering { prepared: Some(prepared), sweep: Some(sweep), taken: None };
        Ok(report.into_ts()?)
    }

    /// The matrix row by row.
    ///
    /// # Errors
    /// [`Error::NotReady`].
    pub fn matrix(&self) -> Result<Vec<f64>, Thrown> {
        Ok(self.prepared()?.matrix.iter().copied().collect())
    }

    /// The next unit that can be done, see [`Sweep::deal`].
    ///
    /// # Errors
    /// [`Error::NotReady`].
    #[wasm_bindgen(js_name = dealUnit)]
    pub fn deal_unit(&mut self) -> Result<Option<Ts<Unit>>, Thrown> {
        Ok(self.sweep()?.deal().map(|unit| unit.into_ts()).transpose()?)
    }

    /// Takes in what a unit came to.
    ///
    /// # Errors
    /// [`Error::NotReady`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    #[wasm_bindgen(js_name = putUnit)]
    pub fn put_unit(&mut self, unit: Ts<Unit>, result: Ts<UnitResult>) -> Result<(), Thrown> {
        self.sweep()?.put(&unit.to_rust()?, result.to_rust()?);
        Ok(())
    }

    /// Units done, and units in all.
    ///
    /// # Errors
    /// [`Error::NotReady`].
    #[wasm_bindgen(js_name = sweepProgress)]
    pub fn sweep_progress(&mut self) -> Result<Vec<u32>, Thrown> {
        let (done, units) = self.sweep()?.progress();
        Ok(vec![done, units])
    }

    /// What the sweep came to so far.
    ///
    /// # Errors
    /// [`Error::NotReady`].
    #[wasm_bindgen(js_name = sweepReport)]
    pub fn sweep_report(&mut self) -> Result<Ts<SweepReport>, Thrown> {
        Ok(self.sweep()?.report().into_ts()?)
    }

    /// Takes a clustering of the sweep, or makes a mixture of as many clusters.
    ///
    /// # Errors
    /// [`Error::NotReady`], [`Error::MixtureFailed`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn cluster(&mut self, choice: Ts<Choice>) -> Result<Ts<ClusterReport>, Thrown> {
        self.described = None;
        let value = self.values();
        let Clustering { prepared: Some(prepared), sweep: Some(sweep), taken } =
            &mut self.clustering
        else {
            return Err(Error::NotReady { step: Step::Features }.into());
        };
        let (clusters, stability) = Clusters::of_choice(sweep, prepared, &choice.to_rust()?)?;
        let report = ClusterReport::of(&clusters, prepared, value.as_deref(), stability.as_deref());
        *taken = Some(Taken::Own(clusters));
        Ok(report.into_ts()?)
    }

    /// Takes the clusters of a model, see [`ClusterModel::assign`]. What a sweep came to stays.
    ///
    /// # Errors
    /// [`Error::NotReady`], [`Error::BadModel`], and those of [`ClusterModel::assign`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    #[wasm_bindgen(js_name = assignModel)]
    pub fn assign_model(&mut self, model: Ts<ClusterModel>) -> Result<Ts<ClusterReport>, Thrown> {
        let read = model.to_rust();
        let model = read.map_err(|problem| Error::BadModel { found: problem.to_string() })?;
        let (model, source) = (model.checked()?, self.source()?);
        let columns = model.features.features.iter().map(|one| source.column(&one.key));
        let assigned = model.assign(columns.collect::<Result<_, _>>()?)?;
        let report = ClusterReport::of_assigned(&assigned, self.values().as_deref());
        self.described = None;
        self.clustering.taken = Some(Taken::Assigned(Box::new((assigned, model))));
        Ok(report.into_ts()?)
    }

    /// At most `most` customers of the clustering as points of a plane: of two features, or of the first two
    /// principal components.
    ///
    /// # Errors
    /// [`Error::NotReady`], and those of [`project`](crate::cluster::project).
    pub fn projection(
        &self,
        features: Option<Vec<u32>>,
        most: u32,
    ) -> Result<Ts<ProjectionMessage>, Thrown> {
        let (prepared, clusters) = self.taken()?;
        Ok(ProjectionMessage::of(prepared, clusters, features, most)?.into_ts()?)
    }

    /// All customers with their cluster as CSV, see [`clusters_csv`].
    ///
    /// # Errors
    /// [`Error::NotReady`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    #[wasm_bindgen(js_name = clustersCsv)]
    pub fn clusters_csv(&self, words: Ts<ClusterWords>) -> Result<Vec<u8>, Thrown> {
        let (source, words) = (self.source()?, words.to_rust()?);
        let (prepared, clusters) = self.taken()?;
        Ok(clusters_csv(&source, prepared, clusters, &words))
    }

    /// The segments of RFM held against the clusters, see [`compare`]. `names` has one name per cluster.
    ///
    /// # Errors
    /// [`Error::NotReady`].
    #[wasm_bindgen(js_name = compareWithRfm)]
    pub fn compare_with_rfm(&self, names: Vec<String>) -> Result<Ts<Comparison>, Thrown> {
        let rfm = self.rfm.as_ref().ok_or(Error::NotReady { step: Step::Rfm })?;
        let (prepared, clusters) = self.taken()?;
        // Another clustering was taken since it was asked for.
        if names.len() != clusters.sizes.len() {
            return Err(Error::NotReady { step: Step::Clusters }.into());
        }
        let (first, all) = (Segmentation::from(rfm), rfm.segment.len());
        let second = Segmentation::of_clusters(clusters, &prepared.customers, all, names);
        Ok(compare(&first, &second).into_ts()?)
    }

    /// What other customers can be assigned by: the model the customers were assigned by, or one of their own clusters.
    ///
    /// # Errors
    /// [`Error::NotReady`].
    #[wasm_bindgen(js_name = clusterModel)]
    pub fn cluster_model(&self, names: Vec<String>) -> Result<Ts<ClusterModel>, Thrown> {
        Ok(self.model(names)?.into_ts()?)
    }
}

impl Study {
    pub(super) fn source(&self) -> Result<FeatureSource<'_>, Error> {
        let transactions =
            self.transactions.as_ref().ok_or(Error::NotReady { step: Step::Read })?;
        let source = match &self.customers {
            Some(customers) => FeatureSource::new(transactions, customers),
            None if transactions.has_orders() => {
                return Err(Error::NotReady { step: Step::Customers });
            }
            None => FeatureSource::of_customers(transactions),
        };
        Ok(self.others.values().fold(source, FeatureSource::joined))
    }

    /// What the clustering in use assigns customers by.
    pub(super) fn model(&self, names: Vec<String>) -> Result<ClusterModel, Error> {
        Ok(match self.clustering.taken.as_ref() {
            Some(Taken::Assigned(taken)) => ClusterModel { names, ..taken.1.clone() },
            _ => self.taken().map(|(prepared, clusters)| clusters.model(prepared, names))?,
        })
    }

    /// The customers divided by the clustering in use.
    pub(super) fn taken_segmentation(&self, names: Vec<String>) -> Result<Segmentation, Error> {
        let (prepared, clusters) = self.taken()?;
        Ok(Segmentation::of_clusters(clusters, &prepared.customers, self.source()?.len(), names))
    }

    /// Net amount per customer; `None` for a customer file.
    pub(super) fn values(&self) -> Option<Vec<f64>> {
        let customers = self.customers.as_ref()?;
        Some(customers.net.iter().map(|net| net.to_f64()).collect())
    }

    fn prepared(&self) -> Result<&Prepared, Error> {
        self.clustering.prepared.as_ref().ok_or(Error::NotReady { step: Step::Features })
    }

    fn sweep(&mut self) -> Result<&mut Sweep, Error> {
        self.clustering.sweep.as_mut().ok_or(Error::NotReady { step: Step::Features })
    }

    /// The clustering in use.
    fn taken(&self) -> Result<(&Prepared, &Clusters), Error> {
        match self.clustering.taken.as_ref() {
            Some(Taken::Own(clusters)) => Ok((self.prepared()?, clusters)),
            Some(Taken::Assigned(taken)) => Ok((&taken.0.prepared, &taken.0.clusters)),
            None => Err(Error::NotReady { step: Step::Clusters }),
        }
    }
}
